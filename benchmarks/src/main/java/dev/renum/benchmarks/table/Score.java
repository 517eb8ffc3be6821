package dev.renum.benchmarks.table;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What JMH says about one benchmark.
 *
 * @param name the class and the method, such as {@code ConfigLoadBenchmark.renum}, and the parameters if there are any
 * @param unit the unit of the time, such as {@code ns/op}
 * @param time the average time of a call
 * @param error half of the interval that the time lies in with 99.9 % confidence
 * @param bytes what a call allocates; not a number if the run did not look
 */
record Score(String name, String unit, double time, double error, double bytes) {
    private static final String PACKAGE = "dev.renum.benchmarks.";

    /** The score in one element of JMH's JSON. */
    static Score of(JsonNode result) {
        JsonNode metric = result.path("primaryMetric");
        String benchmark = result.path("benchmark").asString().substring(PACKAGE.length());
        String settings = result.path("params").path("settings").asString("");
        return new Score(
                settings.isEmpty() ? benchmark : benchmark + " " + settings,
                metric.path("scoreUnit").asString(),
                metric.path("score").asDouble(Double.NaN),
                // Too few iterations have no error, which JMH writes as the text NaN.
                metric.path("scoreError").asDouble(Double.NaN),
                result.path("secondaryMetrics")
                        .path("gc.alloc.rate.norm")
                        .path("score")
                        .asDouble(Double.NaN));
    }

    /** The method alone. */
    String method() {
        return name.substring(name.indexOf('.') + 1).replaceFirst(" .*", "");
    }

    /** The row of a table, with the times of {@code baseline} that it takes and the widest range that both errors allow. */
    String row(Score baseline) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s ± %s | %,.0f | %s | %s to %s |",
                method(),
                number(time),
                number(error),
                bytes,
                number(time / baseline.time),
                number(Math.max(0, time - error) / (baseline.time + baseline.error)),
                number((time + error) / Math.max(0, baseline.time - baseline.error)));
    }

    /** About three digits that mean something. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
