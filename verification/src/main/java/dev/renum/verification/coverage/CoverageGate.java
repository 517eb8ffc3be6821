package dev.renum.verification.coverage;

import java.nio.file.Path;
import java.util.Locale;

/** Fails the build if all tests together run too few lines; JaCoCo itself can judge single modules only. */
public final class CoverageGate {
    private CoverageGate() {}

    /**
     * Prints the coverage and judges it.
     *
     * @param arguments the report of JaCoCo in XML, and the least allowed percentage of lines
     * @throws IllegalStateException if there is no report or it stays below
     */
    public static void main(String... arguments) {
        System.out.println(pass(Path.of(arguments[0]), Double.parseDouble(arguments[1])));
    }

    /** The sentence about a report that reaches {@code minimum}. */
    static String pass(Path report, double minimum) {
        CoverageReport coverage = CoverageReport.read(report);
        String sentence = String.format(
                Locale.ROOT,
                "Tests run %.1f %% of %d lines; %.1f %% are asked for",
                coverage.percent(),
                coverage.coveredLines() + coverage.missedLines(),
                minimum);
        if (coverage.percent() < minimum) {
            throw new IllegalStateException(sentence);
        }
        return sentence;
    }
}
