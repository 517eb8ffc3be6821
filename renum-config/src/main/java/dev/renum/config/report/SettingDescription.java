package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Environment;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a section declares about one of its settings, whatever any source sets.
 *
 * @param key the key; {@code []} stands for the number of an element, {@code <name>} for the name of an entry
 * @param section what the keys of its section begin with
 * @param type the type of the component as it is declared, without packages
 * @param allowed the values that are allowed, or {@code null} if the type alone decides
 * @param requiredIn the kinds of environment in which a source must set it
 * @param within the group that has it and may be absent, so that it is required only if the group is there; {@code null} without one
 * @param defaults the declared default in each kind of environment; none where there is no default
 * @param hasMachineDefault whether a function of the section replaces the default on a machine of 2 cores and 1 GiB, and so perhaps on others;
 *     one that would on other machines only is not found
 * @param isLive whether a change takes effect while the application runs; otherwise it needs a restart
 * @param variable the environment variable that sets it
 * @param examples how YAML, a properties file and variables write it as short as possible, those of them that may; empty for what is one value
 * @param doc what it is for, or {@code null} if nobody said
 * @param formerKeys the keys that it had in earlier versions
 * @param declaration the component
 */
public record SettingDescription(
        String key,
        String section,
        String type,
        @Nullable String allowed,
        Set<Environment.Kind> requiredIn,
        @Nullable String within,
        Map<Environment.Kind, DefaultValue> defaults,
        boolean hasMachineDefault,
        boolean isLive,
        String variable,
        List<String> examples,
        @Nullable String doc,
        List<String> formerKeys,
        Origin declaration) {
    /** Copies the collections. */
    public SettingDescription {
        requireNonNull(key, "key");
        requireNonNull(section, "section");
        requireNonNull(type, "type");
        requireNonNull(variable, "variable");
        requireNonNull(declaration, "declaration");
        requiredIn = Set.copyOf(requiredIn);
        examples = List.copyOf(examples);
        formerKeys = List.copyOf(formerKeys);
        Map<Environment.Kind, DefaultValue> byKind = new EnumMap<>(Environment.Kind.class);
        byKind.putAll(defaults);
        defaults = Collections.unmodifiableMap(byKind);
    }

    /**
     * A default.
     *
     * @param value the text in quotes as it may be shown
     * @param because why it differs between kinds of environment, or {@code null} if it does not
     */
    public record DefaultValue(String value, @Nullable String because) {}
}
