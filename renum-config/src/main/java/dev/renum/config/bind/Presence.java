package dev.renum.config.bind;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;

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
        return Setting.of(type, prefix).stream().anyMatch(setting -> isPresent(setting.type(), setting.key()));
    }

    private boolean isPresent(Type type, String key) {
        if (type instanceof ParameterizedType generic) {
            return isPresent(generic, key);
        }
        return Setting.isRecord(type) ? isPresent((Class<?>) type, key) : isSet(key);
    }

    /** Variables do not say the names of the entries that they set. */
    private boolean isPresent(ParameterizedType type, String key) {
        if (type.getRawType() == Optional.class) {
            return isPresent(type.getActualTypeArguments()[0], key);
        }
        return isSet(key)
                || (type.getRawType() == Map.class && !mapNames.of(key).isEmpty());
    }

    private boolean isSet(String key) {
        return !sources.origins(key).isEmpty() || sources.hasBelow(key);
    }
}
