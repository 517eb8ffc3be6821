package dev.renum.health.dependency;

import dev.renum.core.Finding;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tests of validators have in common. */
final class Validations {
    private Validations() {}

    /** A monitor of {@code checks}. */
    static HealthMonitor monitor(CheckSpec... checks) {
        HealthMonitor.Builder builder =
                HealthMonitor.builder(HealthSettings.builder().build());
        List.of(checks).forEach(builder::check);
        return builder.build();
    }

    /** The first finding with {@code code}. */
    static Finding finding(ValidationReport report, String code) {
        return report.recommendations().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not in\n" + report));
    }

    /** What the check of {@code validator} says. */
    static HealthResult check(DependencyValidator validator) {
        try {
            return validator.checks().get(0).check().check();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The figures of {@code validator} by name and value of the tag. */
    static Map<String, Double> figures(DependencyValidator validator) {
        Map<String, Double> figures = new TreeMap<>();
        validator.measure(new MetricSink() {
            @Override
            public void gauge(Metric metric, double value, String... tags) {
                figures.put(metric.name() + (tags.length == 0 ? "" : " " + tags[1]), value);
            }

            @Override
            public void counter(Metric metric, double total, String... tags) {
                throw new AssertionError(metric.name());
            }

            @Override
            public void timer(Metric metric, long count, long totalNanos, String... tags) {
                throw new AssertionError(metric.name());
            }
        });
        return figures;
    }
}
