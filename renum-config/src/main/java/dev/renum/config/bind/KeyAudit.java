package dev.renum.config.bind;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Excerpt;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Finding;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the keys that nobody reads: they were meant for something.
 *
 * <p>A misspelled key that is also the only candidate for a missing one is reported once, as misspelled.
 */
final class KeyAudit {
    private static final String OWN = "renum.";
    private static final String OWN_TEST_SWITCHES = "renum.test.";

    /** After so many unknown keys it is not a misspelling any more, and to look for what each was meant as would take long. */
    private static final int MAX_SUGGESTIONS = 500;

    /** The modules of Renum that have settings, read by the host or not. */
    private static final List<String> MODULES = List.of(
            "config",
            "optimizations",
            "health",
            "monitoring",
            "http",
            "cache",
            "db",
            "resilience",
            "insight",
            "micrometer",
            "docs",
            "security",
            "load");

    private final Keys keys;
    private final Collection<String> prefixes;
    private final ProblemLog problems;
    private int unknown;

    KeyAudit(Keys keys, Collection<String> prefixes, ProblemLog problems) {
        this.keys = keys;
        this.prefixes = prefixes;
        this.problems = problems;
    }

    /** Looks through everything that {@code engine} has; variables of {@code application} are meant for it. */
    void check(Engine engine, String application) {
        Set<String> misspelled = new HashSet<>();
        for (Layer layer : engine.layers()) {
            layer.entries().values().stream()
                    .filter(entry -> !keys.reads(layer, entry.key()))
                    .forEach(entry -> misspelled.addAll(unread(entry)));
        }
        problems.forgetMissing(misspelled);
        sharedVariables();
        new VariableAudit(keys, problems, application).check(engine.variables());
    }

    /** Two keys of one variable are a problem whether it is set or not. */
    private void sharedVariables() {
        keys.shared().forEach((key, other) -> problems.add(ambiguous(ProcessValues.variableName(key), other, key)));
    }

    /** Reports a key that no setting reads; returns the missing key that it was probably meant as. */
    private List<String> unread(Entry entry) {
        if (entry.value().isEmpty() && keys.isGroup(entry.key())) {
            return List.of();
        }
        String instead = keys.old().insteadOf(entry.key());
        if (instead != null) {
            problems.add(removed(entry, instead));
            return List.of();
        }
        if (prefixes.stream().anyMatch(prefix -> Names.isBelow(entry.key(), prefix))) {
            return unknown(entry);
        }
        if (entry.key().startsWith(OWN) && !isForTheJvm(entry)) {
            problems.add(notRead(entry));
        }
        return List.of();
    }

    private List<String> unknown(Entry entry) {
        List<String> suggestions =
                ++unknown > MAX_SUGGESTIONS ? List.of() : Suggestions.of(entry.key(), keys.candidates(entry.key()));
        problems.unknown(entry, suggestions);
        return suggestions.stream().filter(problems::isMissing).limit(1).toList();
    }

    /** The environment and the switches of tests are for the JVM; a file that sets them would be ignored. */
    private static boolean isForTheJvm(Entry entry) {
        return entry.origin().kind() == Origin.Kind.SYSTEM_PROPERTY
                && (entry.key().startsWith(OWN_TEST_SWITCHES) || entry.key().equals(ProcessValues.ENVIRONMENT));
    }

    private Problem notRead(Entry entry) {
        if (entry.key().equals(ProcessValues.ENVIRONMENT)) {
            return warning(
                    ConfigCode.WITHOUT_EFFECT,
                    entry,
                    "has no effect, because a file cannot choose the environment for which it is read",
                    "set the variable RENUM_ENVIRONMENT or -Drenum.environment",
                    List.of());
        }
        String module = entry.key().substring(OWN.length()).split("[.\\[]", 2)[0];
        if (!MODULES.contains(module)) {
            return noModule(entry, module);
        }
        return warning(
                ConfigCode.SECTION_NOT_READ,
                entry,
                "has no effect, because the application does not read the settings of renum-" + module,
                "name the settings record of renum-" + module + " in sections(…), or remove the key",
                List.of());
    }

    private Problem noModule(Entry entry, String module) {
        String rest = entry.key().substring(OWN.length() + module.length());
        List<String> meant = Suggestions.of(entry.key(), keys.candidates(entry.key()));
        List<String> suggestions = meant.isEmpty()
                ? Suggestions.of(module, MODULES).stream()
                        .map(name -> OWN + name + rest)
                        .toList()
                : meant;
        return warning(
                ConfigCode.WITHOUT_EFFECT,
                entry,
                "has no effect, because Renum has no module '" + module + "'",
                suggestions.isEmpty() ? "remove it" : "rename or remove it",
                suggestions);
    }

    private static Problem warning(
            ConfigCode code, Entry entry, String message, String cure, List<String> suggestions) {
        Finding finding = Finding.of(code, entry.key(), message, cure);
        Excerpt excerpt = Excerpt.ofKey(entry.head());
        return new Problem(finding, entry.key(), entry.keyOrigin(), null, List.of(), suggestions, excerpt);
    }

    private static Problem removed(Entry entry, String instead) {
        Finding finding = Finding.of(ConfigCode.REMOVED_KEY, entry.key(), "does not exist any more", instead);
        return Problem.of(finding, entry.key(), entry.keyOrigin()).withExcerpt(Excerpt.ofKey(entry.head()));
    }

    private static Problem ambiguous(String variable, String one, String other) {
        Finding finding = Finding.of(
                ConfigCode.AMBIGUOUS_VARIABLE,
                other,
                "shares the environment variable " + variable + " with " + one,
                "rename one of the two components");
        return Problem.of(finding, other, Origin.of(variable, Origin.Kind.CODE));
    }
}
