package dev.renum.health;

import dev.renum.health.metric.Measurement;
import dev.renum.health.metric.MetricHistory;
import dev.renum.health.metric.MetricSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The figures of a history. Safe for use by many threads. */
final class HistoryVitals implements Vitals {
    private static final Duration RECENT = Duration.ofMinutes(5);

    private final MetricHistory history;

    HistoryVitals(MetricHistory history) {
        this.history = history;
    }

    @Override
    public double worst(String metric) {
        return worstSeries(metric).map(HistoryVitals::latest).orElse(Double.NaN);
    }

    /** The tags of the series, and what its values of the last five minutes were. */
    @Override
    public Map<String, String> evidence(String metric) {
        Map<String, String> evidence = new LinkedHashMap<>();
        worstSeries(metric).ifPresent(series -> {
            evidence.putAll(series.tags());
            recent(series).ifPresent(text -> evidence.put("last 5 minutes", text));
        });
        return evidence;
    }

    private Optional<MetricSeries> worstSeries(String metric) {
        return history.series(metric).stream()
                .filter(series -> !Double.isNaN(latest(series)))
                .max(Comparator.comparingDouble(HistoryVitals::latest));
    }

    private static double latest(MetricSeries series) {
        return series.latest().map(Measurement::value).orElse(Double.NaN);
    }

    private static Optional<String> recent(MetricSeries series) {
        List<Measurement> all = series.measurements();
        Instant end = all.isEmpty() ? Instant.MIN : all.get(all.size() - 1).at();
        DoubleSummaryStatistics summary = all.stream()
                .filter(one -> one.isKnown() && Duration.between(one.at(), end).compareTo(RECENT) <= 0)
                .mapToDouble(Measurement::value)
                .summaryStatistics();
        return summary.getCount() < 2 ? Optional.empty() : Optional.of(text(summary));
    }

    private static String text(DoubleSummaryStatistics summary) {
        return String.format(
                Locale.ROOT,
                "%.4g to %.4g, mean %.4g of %d measurements",
                summary.getMin(),
                summary.getMax(),
                summary.getAverage(),
                summary.getCount());
    }
}
