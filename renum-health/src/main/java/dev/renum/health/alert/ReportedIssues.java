package dev.renum.health.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a host has reported by itself. An issue holds for 24 hours since its last report; the value is the number of that report, which only grows. Guarded
 * by the lock of {@link AlertBook}.
 */
final class ReportedIssues implements Condition {
    static final String RULE = "critical-issue";
    static final Duration LASTS = Duration.ofHours(24);
    static final int MAX = 100;
    static final String LABEL = "issue";

    private final Map<String, Report> reports = new LinkedHashMap<>();
    private long total;

    private record Report(String message, long number, long at) {}

    /** Takes a report at the monotonic time {@code now}; false if there are too many issues already. */
    boolean report(CriticalIssue issue, long now) {
        forget(now);
        if (reports.size() >= MAX && !reports.containsKey(issue.name())) {
            return false;
        }
        total++;
        reports.put(issue.name(), new Report(issue.message(), total, now));
        return true;
    }

    /** Drops what somebody has put right. */
    void settle(String name) {
        reports.remove(name);
    }

    /** Drops what nobody has reported again. */
    void forget(long now) {
        reports.values().removeIf(report -> now - report.at() >= LASTS.toNanos());
    }

    @Override
    public List<Reading> read(Observed observed) {
        List<Reading> readings = new ArrayList<>();
        reports.forEach((name, report) ->
                readings.add(Reading.of(Map.of(LABEL, name), (double) report.number(), report.message())));
        return readings;
    }

    @Override
    public boolean holds(double value, boolean active) {
        return true;
    }

    @Override
    public boolean isWorse(double value, double before) {
        return value > before;
    }

    @Override
    public String toString() {
        return "what the host reports";
    }
}
