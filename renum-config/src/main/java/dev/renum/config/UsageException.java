package dev.renum.config;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Finding;

/** The arguments of {@link ConfigTool} make no command; the message says why, in one sentence. */
final class UsageException extends Exception {
    static final Origin PLACE = Origin.of("arguments", Origin.Kind.CODE);

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UsageException(String message) {
        this(problem(message));
    }

    UsageException(Problem problem) {
        super(problem.finding().message());
        this.problem = problem;
    }

    /** The same for a report. */
    Problem problem() {
        return problem;
    }

    private static Problem problem(String message) {
        String cure = "call it with --help to see what it takes";
        return Problem.of(Finding.of(ConfigCode.WRONG_ARGUMENTS, PLACE.source(), message, cure), "", PLACE);
    }
}
