package dev.renum.config.bind;

import static java.util.stream.Collectors.joining;

import dev.renum.config.bind.Form.Sort;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment.Kind;
import dev.renum.core.Masking;
import java.util.ArrayList;
import java.util.List;

/**
 * How a setting is written that no single value can set, such as a list of groups: as short as possible, with all that must be there.
 *
 * @param yaml the line of a YAML file, {@code shop.servers: [{host: …}]}
 * @param keys the keys that must be set, {@code shop.servers[0].host}
 * @param hasSecret whether one of the values is declared or named as a secret
 */
record Sample(String yaml, List<String> keys, boolean hasSecret) {
    private static final String VALUE = "…";
    private static final String NAME = "name";

    /** How {@code setting} is written in environments of {@code kind}. */
    static Sample of(Setting setting, Kind kind) {
        Writer writer = new Writer(kind);
        String yaml = setting.key() + ": " + writer.value(setting.form(), setting.key());
        return new Sample(yaml, writer.keys, writer.hasSecret);
    }

    /** The lines of a properties file. */
    String properties() {
        return keys.stream().map(key -> key + "=" + VALUE).collect(joining(" and "));
    }

    /** The names of the environment variables that set it. */
    String variables() {
        return keys.stream().map(ProcessValues::variableName).collect(joining(" and "));
    }

    /** All ways to write it; a file is no place for a secret. */
    List<String> all() {
        return hasSecret ? List.of(variables()) : List.of(yaml, properties(), variables());
    }

    /** Writes the value of each type in the flow style of YAML, and notes the keys. */
    private static final class Writer {
        private final Kind kind;
        private final List<String> keys = new ArrayList<>();
        private boolean hasSecret;

        Writer(Kind kind) {
            this.kind = kind;
        }

        String value(Form form, String key) {
            return switch (form.sort()) {
                case SCALAR -> leaf(key);
                case SECRET -> secret(key);
                case OPTIONAL -> value(form.content(), key);
                case ELEMENTS -> "[" + value(form.content(), form.content().is(Sort.GROUP) ? key + "[0]" : key) + "]";
                case ENTRIES -> "{" + NAME + ": " + value(form.content(), key + "." + NAME) + "}";
                case GROUP -> group(form.type(), key);
            };
        }

        private String secret(String key) {
            hasSecret = true;
            return leaf(key);
        }

        private String leaf(String key) {
            keys.add(key);
            hasSecret |= Masking.isSensitive(key);
            return VALUE;
        }

        private String group(Class<?> type, String key) {
            return needed(Setting.of(type, key)).stream()
                    .map(it -> it.key().substring(key.length() + 1) + ": " + value(it.form(), it.key()))
                    .collect(joining(", ", "{", "}"));
        }

        /** What must be set; where nothing must, the first makes the group appear. */
        private List<Setting> needed(List<Setting> settings) {
            List<Setting> required = settings.stream().filter(this::isNeeded).toList();
            return required.isEmpty() ? settings.subList(0, Math.min(1, settings.size())) : required;
        }

        /** A group that must be there comes by itself if nothing in it must. */
        private boolean isNeeded(Setting setting) {
            if (!setting.isRequired(kind)) {
                return false;
            }
            Form form = setting.form();
            return !form.is(Sort.GROUP)
                    || Setting.of(form.type(), setting.key()).stream().anyMatch(this::isNeeded);
        }
    }
}
