package dev.renum.config.bind;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import java.util.Collection;
import java.util.List;

/**
 * Finds the keys that nobody reads: they were meant for something.
 *
 * <p>{@link MisfitAudit} tells of those of our sections, and takes back what is missing because of them.
 */
final class KeyAudit {
    private static final String OWN = "renum.";
    private static final String OWN_TEST_SWITCHES = "renum.test.";

    /** What follows {@code renum.} in the keys of Renum's settings, read by the host or not. */
    private static final List<String> OWN_SETTINGS = List.of("config", "optimizations", "health", "monitoring");

    private final Keys keys;
    private final Collection<String> prefixes;
    private final ProblemLog problems;
    private final Guesses guesses;

    KeyAudit(Keys keys, Collection<String> prefixes, ProblemLog problems) {
        this.keys = keys;
        this.prefixes = prefixes;
        this.problems = problems;
        this.guesses = new Guesses(keys);
    }

    /** Looks through everything that {@code sources} have; variables of {@code application} are meant for it. */
    void check(RankedSources sources, String application) {
        for (Layer layer : sources.layers()) {
            MisfitAudit misfits = new MisfitAudit(keys, problems, guesses, layer);
            layer.entries().values().stream()
                    .filter(entry -> !keys.reads(layer, entry.key()))
                    .forEach(entry -> unread(entry, misfits));
            misfits.finish();
        }
        new VariableAudit(keys, problems, guesses, application).check(sources.variables());
    }

    /** Reports a key that no setting reads. */
    private void unread(Entry entry, MisfitAudit misfits) {
        if (entry.value().isEmpty() && keys.isGroup(entry.key())) {
            return;
        }
        String instead = keys.old().insteadOf(entry.key());
        if (instead != null) {
            problems.add(entry.problem(ConfigCode.REMOVED_KEY, "does not exist any more", instead, List.of()));
        } else if (prefixes.stream().anyMatch(prefix -> isOf(prefix, entry))) {
            misfits.unread(entry);
        } else if (entry.key().startsWith(OWN) && !isForTheJvm(entry)) {
            problems.add(notRead(entry));
        }
    }

    /** A system property that is named like a whole section may be for something else. */
    private static boolean isOf(String prefix, Entry entry) {
        return entry.origin().kind().isFile() ? Names.isOf(entry.key(), prefix) : Names.isBelow(entry.key(), prefix);
    }

    /** The environment and the switches of tests are for the JVM; a file that sets them would be ignored. */
    private static boolean isForTheJvm(Entry entry) {
        return entry.origin().kind() == Origin.Kind.SYSTEM_PROPERTY
                && (entry.key().startsWith(OWN_TEST_SWITCHES) || entry.key().equals(ProcessValues.ENVIRONMENT));
    }

    private Problem notRead(Entry entry) {
        if (entry.key().equals(ProcessValues.ENVIRONMENT)) {
            return entry.problem(
                    ConfigCode.WITHOUT_EFFECT,
                    "has no effect, because a file cannot choose the environment for which it is read",
                    "set the variable RENUM_ENVIRONMENT or -Drenum.environment",
                    List.of());
        }
        String module = entry.key().substring(OWN.length()).split("[.\\[]", 2)[0];
        if (!OWN_SETTINGS.contains(module)) {
            return noModule(entry, module);
        }
        return entry.problem(
                ConfigCode.SECTION_NOT_READ,
                "has no effect, because the application does not read the settings of renum-" + module,
                "name the settings record of renum-" + module + " in sections(…), or remove the key",
                List.of());
    }

    private Problem noModule(Entry entry, String module) {
        String rest = entry.key().substring(OWN.length() + module.length());
        List<String> meant = guesses.keys(entry.key());
        List<String> suggestions = meant.isEmpty()
                ? guesses.of(module, () -> OWN_SETTINGS).stream()
                        .map(name -> OWN + name + rest)
                        .toList()
                : meant;
        return entry.problem(
                ConfigCode.WITHOUT_EFFECT,
                "has no effect, because Renum has no settings below '" + OWN + module + "'",
                suggestions.isEmpty() ? "remove it" : "rename or remove it",
                suggestions);
    }
}
