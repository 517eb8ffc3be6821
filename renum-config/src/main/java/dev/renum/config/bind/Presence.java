package dev.renum.config.bind;

/** Tells whether a group that may be absent is there: some source sets something of it. */
final class Presence {
    private final RankedSources sources;
    private final MapNames mapNames;

    Presence(RankedSources sources, MapNames mapNames) {
        this.sources = sources;
        this.mapNames = mapNames;
    }

    /** Whether anything is set of the group {@code type} whose keys begin with {@code prefix}. */
    boolean isPresent(Class<?> type, String prefix) {
        return Setting.of(type, prefix).stream().anyMatch(setting -> isPresent(setting.form(), setting.key()));
    }

    /** Variables do not say the names of the entries that they set. */
    private boolean isPresent(Form form, String key) {
        return switch (form.sort()) {
            case SCALAR, SECRET, ELEMENTS -> isSet(key);
            case OPTIONAL -> isPresent(form.content(), key);
            case ENTRIES -> isSet(key) || !mapNames.of(key).isEmpty();
            case GROUP -> isPresent(form.type(), key);
        };
    }

    private boolean isSet(String key) {
        return !sources.origins(key).isEmpty() || sources.hasBelow(key);
    }
}
