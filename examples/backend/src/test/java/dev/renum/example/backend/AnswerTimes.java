package dev.renum.example.backend;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long a client waited for its answers. */
final class AnswerTimes {
    private final List<Duration> times = new ArrayList<>();

    void add(Duration time) {
        times.add(time);
    }

    int count() {
        return times.size();
    }

    Duration max() {
        return percentile(1);
    }

    /** One line of figures, with the load of the machine that they were taken on. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d answers: median %.1f ms, p99 %.1f ms, max %.1f ms; load of the machine %.1f",
                count(),
                millis(percentile(0.5)),
                millis(percentile(0.99)),
                millis(max()),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** By the nearest rank. */
    private Duration percentile(double share) {
        return times.stream()
                .sorted()
                .skip(Math.max(0, (long) Math.ceil(share * times.size()) - 1))
                .findFirst()
                .orElseThrow();
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
