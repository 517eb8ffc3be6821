package dev.renum.config;

import dev.renum.config.reload.Failure;
import dev.renum.config.report.Change;
import dev.renum.config.report.ConfigChange;
import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Problem;
import dev.renum.config.report.Shown;
import dev.renum.core.Masking;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line for each thing that an operator should know of; a log that fails reaches nobody. */
final class ReloadLog {
    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentConfigManager.class);

    private static final int MAX_LINES = 100;

    private ReloadLog() {}

    /** A line each, but not for more than a person reads. */
    static void warnings(List<Problem> problems) {
        problems.stream().limit(MAX_LINES).forEach(problem -> quietly(() -> warning(problem)));
        if (problems.size() > MAX_LINES) {
            int more = problems.size() - MAX_LINES;
            quietly(() ->
                    LOG.atWarn().log("the configuration has " + more + " warnings more, which its warnings() list"));
        }
    }

    private static void warning(Problem problem) {
        LOG.atWarn()
                .addKeyValue("code", problem.finding().code())
                .addKeyValue("key", Shown.line(problem.key()))
                .addKeyValue("origin", Shown.line(problem.origin().toString()))
                .log(Shown.line(
                        problem.finding().subject() + " " + problem.finding().message()));
    }

    static void applied(ConfigChange change) {
        quietly(() -> LOG.atInfo()
                .addKeyValue("generation", change.generation())
                .addKeyValue("changes", change.changes())
                .addKeyValue(
                        "pending",
                        change.changes().stream().filter(Change::isPending).count())
                .log("configuration reloaded"));
    }

    static void rejected(long generation, ConfigReport report) {
        quietly(() -> LOG.atWarn()
                .addKeyValue("code", ConfigCode.RELOAD_REJECTED.id())
                .addKeyValue("generation", generation)
                .log("configuration not reloaded, the one in force stays: " + report));
    }

    static void restored(long generation) {
        quietly(() -> LOG.atInfo()
                .addKeyValue("generation", generation)
                .log("the sources of the configuration are again as they are in force"));
    }

    static void undoFailed(Failure failure, Collection<String> secrets) {
        quietly(() -> LOG.atError()
                .addKeyValue("code", ConfigCode.PARTICIPANT_FAILED.id())
                .addKeyValue("participant", failure.participant().getName())
                .addKeyValue("step", failure.step())
                .log("a participant could not undo its change: it " + Masking.mask(failure.reason(), secrets)));
    }

    static void listenerFailed(Throwable failure, Collection<String> secrets) {
        quietly(() -> LOG.atWarn()
                .log("a listener of the configuration failed: " + Masking.mask(failure.toString(), secrets)));
    }

    private static void quietly(Runnable line) {
        try {
            line.run();
        } catch (RuntimeException | LinkageError e) {
            // The log itself is the only place where this could be said.
        }
    }
}
