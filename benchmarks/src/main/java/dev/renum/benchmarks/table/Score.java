package dev.renum.benchmarks.table;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What JMH says about one benchmark.
 *
 * @param name the class and the method, such as {@code ConfigLoadBenchmark.renum}, and the parameters if there are any
 * @param unit the unit of the time, such as {@code ns/op}
 * @param time the average time of a call
 * @param error half of the interval that the time lies in with 99.9 % confidence
 * @param percentiles the times, by percentile, such as {@code 99.9}
 * @param secondary what profilers and the benchmark itself have counted, by name
 */
record Score(
        String name,
        String unit,
        double time,
        double error,
        Map<String, Double> percentiles,
        Map<String, Double> secondary) {
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
                numbers(metric.path("scorePercentiles"), ""),
                numbers(result.path("secondaryMetrics"), "/score"));
    }

    /** The method alone. */
    String method() {
        return name.substring(name.indexOf('.') + 1).replaceFirst(" .*", "");
    }

    /** The unit of the time alone. */
    String timeUnit() {
        return unit.replace("/op", "");
    }

    /** What a call allocates; not a number if the run did not look. */
    double bytes() {
        return secondary.getOrDefault("gc.alloc.rate.norm", Double.NaN);
    }

    private static Map<String, Double> numbers(JsonNode object, String path) {
        Map<String, Double> numbers = new HashMap<>();
        object.properties()
                .forEach(member ->
                        numbers.put(member.getKey(), member.getValue().at(path).asDouble(Double.NaN)));
        return numbers;
    }
}
