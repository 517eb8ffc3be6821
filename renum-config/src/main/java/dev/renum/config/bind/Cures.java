package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.source.ProcessValues;
import java.lang.reflect.ParameterizedType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what to do where a value is missing. */
final class Cures {
    private static final String NEW_FILE = "application.properties on the class path";

    private Cures() {}

    /**
     * What sets {@code missing}; a file is no place for a secret.
     *
     * @param place where it belongs, {@code null} if there is no file
     */
    static String of(Setting missing, @Nullable Origin place) {
        String variable = "as the environment variable " + ProcessValues.variableName(missing.key());
        if (missing.isSensitive()) {
            return "set it " + variable + ", or in the secrets directory";
        }
        String cure = place == null ? "set it in " + NEW_FILE + ", or " + variable : "set it here, or " + variable;
        return isList(missing) ? cure + " with commas between the values" : cure;
    }

    /** What sets a list or a map of groups, or a group: no single value does. */
    static String ofGroup(Sample sample, @Nullable Origin place) {
        String variables = (sample.keys().size() == 1 ? "the environment variable " : "the environment variables ")
                + sample.variables();
        if (sample.hasSecret()) {
            return "set " + variables;
        }
        return place == null
                ? "add " + sample.properties() + " to " + NEW_FILE + ", or set " + variables
                : "add " + line(sample, place) + " to this file, or set " + variables;
    }

    private static String line(Sample sample, Origin place) {
        return isYaml(place) ? sample.yaml() : sample.properties();
    }

    static boolean isYaml(Origin place) {
        String name = place.source().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static boolean isList(Setting setting) {
        return setting.type() instanceof ParameterizedType type
                && type.getRawType() instanceof Class<?> raw
                && Iterable.class.isAssignableFrom(raw);
    }
}
