package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.Finding;
import dev.renum.health.request.RouteReport;
import dev.renum.health.request.SlowestRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PerformanceAnalysisTest {
    private static final Instant NOW = Instant.EPOCH;

    private final PerformanceAnalysis analysis =
            new PerformanceAnalysis(HealthSettings.builder().build());

    @Test
    void findsNothingWhereAllIsAsExpected() {
        PerformanceReport report = analysis.report(List.of(route(1_000, 1, Duration.ofMillis(200))), Vitals.NONE, NOW);

        assertThat(report.issues()).isEmpty();
        assertThat(report).hasToString("No performance issues.\n");
    }

    @Test
    void namesTheSlowRouteAndItsSlowestTrace() {
        PerformanceReport report = analysis.report(List.of(route(1_000, 0, Duration.ofMillis(201))), Vitals.NONE, NOW);

        assertThat(report).hasToString("""
                WARNING RNM-HLT-040 GET /teams/{id} is slower than expected
                  p95 201.0 ms
                  objective 200.0 ms
                  p50 20.0 ms
                  max 900.0 ms
                  requests 1000
                  slowest trace 4bf92f
                  do: profile it; start with its slowest trace
                """);
    }

    @Test
    void namesTheFailingRouteBeforeTheSlowOne() {
        PerformanceReport report = analysis.report(List.of(route(1_000, 2, Duration.ofSeconds(1))), Vitals.NONE, NOW);

        assertThat(report.issues())
                .extracting(PerformanceIssue::finding)
                .extracting(Finding::code)
                .containsExactly("RNM-HLT-041", "RNM-HLT-040");
        assertThat(report.issues().get(0).evidence()).containsEntry("errors", "2 of 1000");
    }

    @Test
    void doesNotJudgeARouteByAHandfulOfRequests() {
        assertThat(analysis.report(List.of(route(19, 19, Duration.ofSeconds(9))), Vitals.NONE, NOW)
                        .issues())
                .isEmpty();
    }

    @Test
    void namesWhatRunsOutGravestFirst() {
        Map<String, Double> figures = Map.of("system.cpu", 0.99, "jvm.threads.deadlocked", 2.0, "jvm.gc.overhead", 0.3);

        PerformanceReport report = analysis.report(List.of(), metric -> figures.getOrDefault(metric, Double.NaN), NOW);

        assertThat(report.issues())
                .extracting(issue -> issue.finding().subject())
                .containsExactly("jvm.threads.deadlocked", "jvm.gc.overhead", "system.cpu");
        assertThat(report.issues().get(2).evidence())
                .containsExactly(Map.entry("system.cpu", "0.9900, up to 0.8000 is fine"));
    }

    private static RouteReport route(long count, long errors, Duration p95) {
        SlowestRequest slowest = new SlowestRequest(Duration.ofMillis(900), 200, NOW, "4bf92f");
        Duration p50 = Duration.ofMillis(20);
        return new RouteReport("GET", "/teams/{id}", count, errors, p50, p95, p95, Duration.ofMillis(900), slowest);
    }
}
