package dev.renum.config.report;

import java.util.List;

/** Problems as lines, to be compared with. */
public final class ProblemLines {
    private ProblemLines() {}

    /** {@code code subject @ origin} of each of {@code problems}. */
    public static List<String> of(List<Problem> problems) {
        return problems.stream()
                .map(problem ->
                        problem.finding().code() + " " + problem.finding().subject() + " @ " + problem.origin())
                .toList();
    }
}
