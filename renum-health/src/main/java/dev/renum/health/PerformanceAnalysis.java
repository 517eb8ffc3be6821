package dev.renum.health;

import dev.renum.core.Finding;
import dev.renum.health.request.RouteReport;
import dev.renum.health.request.SlowestRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names what slows a system down: routes that miss what is expected of them, and figures that show that something runs out. Immutable. */
final class PerformanceAnalysis {
    /** Of fewer requests in the last minutes, one slow or failed one would be an issue. */
    private static final int ENOUGH_REQUESTS = 20;

    private final HealthSettings settings;
    private final List<Strain> strains;

    PerformanceAnalysis(HealthSettings settings) {
        this.settings = settings;
        this.strains = Strain.of(settings);
    }

    PerformanceReport report(List<RouteReport> routes, Vitals vitals, Instant at) {
        List<PerformanceIssue> issues = new ArrayList<>();
        strains.forEach(strain -> strain.issue(vitals).ifPresent(issues::add));
        routes.stream().filter(route -> route.requests() >= ENOUGH_REQUESTS).forEach(route -> judge(route, issues));
        issues.sort(
                Comparator.comparing((PerformanceIssue issue) -> issue.finding().severity())
                        .reversed());
        return new PerformanceReport(at, issues);
    }

    private void judge(RouteReport route, List<PerformanceIssue> issues) {
        if (route.p95().compareTo(settings.responseTimeObjective()) > 0) {
            issues.add(slow(route));
        }
        if (route.errorRatio() > settings.errorRatioObjective()) {
            issues.add(failing(route));
        }
    }

    private PerformanceIssue slow(RouteReport route) {
        return issue(
                route,
                HealthCode.ROUTE_SLOW,
                "is slower than expected",
                "profile it; start with its slowest trace",
                evidenceOfSlowness(route));
    }

    private Map<String, String> evidenceOfSlowness(RouteReport route) {
        Map<String, String> evidence = new LinkedHashMap<>();
        evidence.put("p95", millis(route.p95()));
        evidence.put("objective", millis(settings.responseTimeObjective()));
        evidence.put("p50", millis(route.p50()));
        evidence.put("max", millis(route.max()));
        evidence.put("requests", Long.toString(route.requests()));
        SlowestRequest slowest = route.slowest();
        if (slowest != null && slowest.traceId() != null) {
            evidence.put("slowest trace", slowest.traceId());
        }
        return evidence;
    }

    private PerformanceIssue failing(RouteReport route) {
        Map<String, String> evidence = new LinkedHashMap<>();
        evidence.put("errors", route.errors() + " of " + route.requests());
        evidence.put("ratio", ratio(route.errorRatio()));
        evidence.put("objective", ratio(settings.errorRatioObjective()));
        return issue(
                route,
                HealthCode.ROUTE_FAILS,
                "fails more often than expected",
                "look into the log for its errors",
                evidence);
    }

    private static PerformanceIssue issue(
            RouteReport route, HealthCode code, String message, String cure, Map<String, String> evidence) {
        String subject = route.method() + " " + route.route();
        return new PerformanceIssue(Finding.of(code, subject, message, cure), evidence);
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.4f", ratio);
    }
}
