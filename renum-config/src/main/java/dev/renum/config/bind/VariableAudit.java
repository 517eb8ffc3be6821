package dev.renum.config.bind;

import dev.renum.config.bind.VariableNames.Element;
import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.Entry;
import dev.renum.config.source.ProcessValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the variables that are meant for the application and set nothing, and those that are set twice. */
final class VariableAudit {
    private static final String ENVIRONMENT = ProcessValues.variableName(ProcessValues.ENVIRONMENT);

    private final Keys keys;
    private final ProblemLog problems;
    private final Guesses guesses;
    private final List<String> beginnings = new ArrayList<>();

    VariableAudit(Keys keys, ProblemLog problems, Guesses guesses, String application) {
        this.keys = keys;
        this.problems = problems;
        this.guesses = guesses;
        beginnings.add(ProcessValues.variableName(application) + "_");
        beginnings.add("RENUM_");
        keys.maps().keySet().forEach(map -> beginnings.add(ProcessValues.variableName(map) + "_"));
    }

    void check(List<Variables> sources) {
        sources.forEach(source -> source.byName().forEach((name, entries) -> check(source, name, entries)));
    }

    /** Names of somebody else's, such as {@code PATH}, never matter, in whatever spellings. */
    private void check(Variables source, String name, List<Entry> entries) {
        String instead = keys.old().insteadOfVariable(name);
        Element unreached = source.reads(name) ? null : source.unreached(name);
        if (name.equals(ENVIRONMENT) && source.origin().kind() == Origin.Kind.ENV_FILE) {
            entries.forEach(entry -> problems.add(entry.problem(
                    ConfigCode.WITHOUT_EFFECT,
                    "has no effect, because a file cannot choose the environment for which it is read",
                    "set it where the process is started",
                    List.of())));
        } else if (name.equals(ENVIRONMENT) || source.reads(name)) {
            entries.stream().skip(1).forEach(entry -> problems.add(twice(entries.get(0), entry)));
        } else if (unreached != null) {
            boolean isWhole = source.byName().containsKey(unreached.list());
            entries.forEach(entry -> problems.add(unreached(entry, unreached, isWhole)));
        } else if (instead != null) {
            entries.forEach(entry ->
                    problems.add(entry.problem(ConfigCode.REMOVED_KEY, "does not exist any more", instead, List.of())));
        } else if (beginnings.stream().anyMatch(name::startsWith)) {
            entries.forEach(entry -> problems.add(unknown(entry)));
        }
    }

    private Problem unknown(Entry entry) {
        String name = entry.key().toUpperCase(Locale.ROOT);
        List<String> suggestions = guesses.variables(name);
        return entry.problem(ConfigCode.UNKNOWN_VARIABLE, "sets nothing", "rename or remove the variable", suggestions);
    }

    private static Problem unreached(Entry entry, Element element, boolean isWhole) {
        String message = "sets nothing, because "
                + (isWhole ? element.list() + " has the whole list" : "there is no " + element.before() + " before it");
        String cure =
                isWhole ? "keep one of the two" : "number the elements from " + element.list() + "_0_ on without a gap";
        return entry.problem(ConfigCode.UNKNOWN_VARIABLE, message, cure, List.of());
    }

    private static Problem twice(Entry one, Entry other) {
        return other.problem(
                ConfigCode.VARIABLE_SET_TWICE,
                "is another spelling of the variable " + one.key() + ", and nobody can tell which one counts",
                "keep " + ProcessValues.variableName(other.key()),
                List.of());
    }
}
