package dev.renum.config.bind;

import static java.util.stream.Collectors.joining;

import dev.renum.config.bind.Resolver.Found;
import dev.renum.config.report.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Remembers what each setting of one load was bound to, with the text and where that stands. */
final class BoundSettings {
    private final Resolver resolver;
    private final Defaults defaults;
    private final ValueReader values;
    private final List<BoundSetting> bound = new ArrayList<>();

    /** Remembers what {@code values} has read. */
    BoundSettings(Resolver resolver, Defaults defaults, ValueReader values) {
        this.resolver = resolver;
        this.defaults = defaults;
        this.values = values;
    }

    /** All that were noted, in that order. */
    List<BoundSetting> all() {
        return bound;
    }

    /** Notes a setting that is usable; a group is not one, a map is one for each entry. */
    void note(Setting setting, @Nullable Object value) {
        if (setting.isGroup()) {
            return;
        }
        Object content = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (content instanceof Map<?, ?> map) {
            map.forEach((name, entry) -> note(setting, setting.key() + "." + name, entry));
            return;
        }
        note(setting, setting.key(), content);
    }

    private void note(Setting setting, String key, @Nullable Object value) {
        Secrecy secrecy = resolver.secrecy(setting, key);
        Found found = values.found(key);
        boolean isList = found == null && value instanceof Collection;
        List<Found> elements = isList ? elements(key) : List.of();
        if (!elements.isEmpty()) {
            String text = elements.stream().map(Found::raw).collect(joining(", "));
            bound.add(
                    new BoundSetting(setting, key, text, value, elements.get(0).origin(), secrecy));
            return;
        }
        String text = found == null ? defaults.textOf(setting) : found.raw();
        Origin origin = found == null ? defaults.originOf(setting) : found.origin();
        bound.add(new BoundSetting(setting, key, text, value, origin, secrecy));
    }

    private List<Found> elements(String key) {
        return resolver.sources().elements(key).stream()
                .flatMap(element -> Stream.ofNullable(values.found(element)))
                .toList();
    }
}
