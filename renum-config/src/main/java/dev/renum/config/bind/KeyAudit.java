package dev.renum.config.bind;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Finding;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the keys and variables that nobody reads: they were meant for something.
 *
 * <p>A misspelled key that is also the only candidate for a missing one is reported once, as misspelled.
 */
final class KeyAudit {
    private static final String OWN = "renum.";
    private static final String OWN_TEST_SWITCHES = "renum.test.";

    private final Keys keys;
    private final Collection<String> prefixes;
    private final ProblemLog problems;

    KeyAudit(Keys keys, Collection<String> prefixes, ProblemLog problems) {
        this.keys = keys;
        this.prefixes = prefixes;
        this.problems = problems;
    }

    void keys(List<Layer> layers) {
        Set<String> misspelled = new HashSet<>();
        layers.stream()
                .flatMap(layer -> layer.entries().values().stream().filter(entry -> !keys.contains(layer, entry.key())))
                .forEach(entry -> misspelled.addAll(unread(entry)));
        problems.forgetMissing(misspelled);
    }

    void variables(List<Variables> sources, String application) {
        Map<String, String> known = namesOfVariables();
        List<String> own = List.of(ProcessValues.variableName(application) + "_", ProcessValues.variableName(OWN));
        for (Variables source : sources) {
            source.byName().forEach((name, entries) -> {
                boolean isOurs = own.stream().anyMatch(name::startsWith);
                if (known.containsKey(name) || isOfMap(name)) {
                    entries.stream().skip(1).forEach(entry -> problems.add(twice(entries.get(0), entry)));
                } else if (isOurs) {
                    entries.forEach(entry -> problems.add(unknownVariable(entry, known.keySet())));
                }
            });
        }
    }

    /** The keys by the name of their variable; two keys of one name are a problem. */
    private Map<String, String> namesOfVariables() {
        Map<String, String> known = new HashMap<>();
        known.put(ProcessValues.variableName(ProcessValues.ENVIRONMENT), ProcessValues.ENVIRONMENT);
        for (String key : keys.named()) {
            String name = ProcessValues.variableName(key);
            String other = known.putIfAbsent(name, key);
            if (other != null) {
                problems.add(ambiguous(name, other, key));
            }
        }
        return known;
    }

    /** Reports a key that no setting reads; returns the missing key that it was probably meant as. */
    private List<String> unread(Entry entry) {
        if (entry.value().isEmpty() && keys.isGroup(entry.key())) {
            return List.of();
        }
        if (prefixes.stream().anyMatch(prefix -> entry.key().startsWith(prefix + "."))) {
            return unknown(entry);
        }
        if (entry.key().startsWith(OWN) && !isForTheJvm(entry)) {
            problems.add(notRead(entry));
        }
        return List.of();
    }

    private List<String> unknown(Entry entry) {
        List<String> suggestions = Suggestions.of(entry.key(), keys.named());
        problems.unknown(entry, suggestions);
        return suggestions.stream().filter(problems::isMissing).limit(1).toList();
    }

    private boolean isOfMap(String variable) {
        return keys.maps().stream().anyMatch(map -> variable.startsWith(ProcessValues.variableName(map) + "_"));
    }

    /** The environment and the switches of tests are for the JVM; a file that sets them would be ignored. */
    private static boolean isForTheJvm(Entry entry) {
        return entry.origin().kind() == Origin.Kind.SYSTEM_PROPERTY
                && (entry.key().startsWith(OWN_TEST_SWITCHES) || entry.key().equals(ProcessValues.ENVIRONMENT));
    }

    private static Problem notRead(Entry entry) {
        if (entry.key().equals(ProcessValues.ENVIRONMENT)) {
            return ignoredEnvironment(entry);
        }
        String[] segments = entry.key().split("\\.", 3);
        Finding finding = Finding.of(
                ConfigCode.SECTION_NOT_READ,
                entry.key(),
                "has no effect, because the application does not read the settings of renum-" + segments[1],
                "name the settings record of renum-" + segments[1] + " in sections(…), or remove the key");
        return Problem.of(finding, entry.key(), entry.keyOrigin());
    }

    private static Problem ignoredEnvironment(Entry entry) {
        Finding finding = Finding.of(
                ConfigCode.SECTION_NOT_READ,
                entry.key(),
                "has no effect, because a file cannot choose the environment for which it is read",
                "set the variable RENUM_ENVIRONMENT or -Drenum.environment");
        return Problem.of(finding, entry.key(), entry.keyOrigin());
    }

    private static Problem unknownVariable(Entry entry, Collection<String> known) {
        Finding finding =
                Finding.of(ConfigCode.UNKNOWN_VARIABLE, entry.key(), "sets nothing", "rename or remove the variable");
        List<String> suggestions = Suggestions.of(entry.key().toUpperCase(Locale.ROOT), known);
        return new Problem(finding, "", entry.keyOrigin(), null, List.of(), suggestions);
    }

    private static Problem twice(Entry one, Entry other) {
        Finding finding = Finding.of(
                ConfigCode.VARIABLE_SET_TWICE,
                other.key(),
                "is another spelling of the variable " + one.key() + ", and nobody can tell which one counts",
                "keep " + ProcessValues.variableName(other.key()));
        return Problem.of(finding, "", other.keyOrigin());
    }

    private static Problem ambiguous(String variable, String one, String other) {
        Finding finding = Finding.of(
                ConfigCode.AMBIGUOUS_VARIABLE,
                other,
                "shares the environment variable " + variable + " with " + one,
                "rename one of the two components");
        return Problem.of(finding, other, new Origin(variable, Origin.Kind.CODE, null, 0, 0, 0));
    }
}
