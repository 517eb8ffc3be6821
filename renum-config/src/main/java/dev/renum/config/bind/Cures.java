package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.source.Entry;
import dev.renum.config.source.ProcessValues;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what to do where a value is missing, or where something else stands in its place. */
final class Cures {
    private static final String NEW_FILE = "application.properties on the class path";

    /** What was meant as key and value; a URL has a slash there. */
    private static final Pattern LACKS_SPACE = Pattern.compile("^[\\w-]+:[^/]");

    private Cures() {}

    /**
     * What sets {@code missing}; a file is no place for a secret.
     *
     * @param place where it belongs, {@code null} if there is no file
     */
    static String of(Setting missing, @Nullable Origin place) {
        String variable = "as the environment variable " + ProcessValues.variableName(missing.key());
        if (missing.isSecret()) {
            return "set it " + variable + ", or in the secrets directory";
        }
        String cure = place == null ? "set it in " + NEW_FILE + ", or " + variable : "set it here, or " + variable;
        return missing.form().is(Form.Sort.ELEMENTS) ? cure + " with commas between the values" : cure;
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

    /** What to write at {@code place} in place of one text. */
    static String insteadOfText(Sample sample, Origin place) {
        return place.kind().hasVariables() ? "set " + sample.variables() : "write " + line(sample, place);
    }

    private static String line(Sample sample, Origin place) {
        return isYaml(place) ? sample.yaml() : sample.properties();
    }

    /**
     * What to write instead.
     *
     * @param below what may stand below the key of {@code misfit}
     * @param entry what stands there
     */
    static String ofShape(Misfit misfit, List<String> below, Entry entry) {
        String such = below.isEmpty() ? "" : " such as " + below.get(0);
        return switch (misfit.sort()) {
            case GROUP_FOR_LIST ->
                isYaml(entry.origin()) ? "begin each element with '- '" : "number the elements," + such;
            case LIST_FOR_GROUP ->
                isYaml(entry.origin()) ? "set keys" + such + ", without '-' or [ ]" : "set keys" + such;
            case TEXT_FOR_GROUP ->
                (LACKS_SPACE.matcher(entry.value()).find() ? "write a space behind each ':', or " : "") + "set keys"
                        + such;
            case GROUP_FOR_VALUE, LIST_FOR_VALUE, UNKNOWN_KEY, UNKNOWN_GROUP, UNKNOWN_LIST, NOT_REACHED ->
                "write one value";
        };
    }

    private static boolean isYaml(Origin place) {
        String name = place.source().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
