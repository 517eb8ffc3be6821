package dev.renum.health.sampling;

import dev.renum.core.Masking;
import dev.renum.core.health.Metric;
import dev.renum.health.metric.Measurement;
import dev.renum.health.metric.MetricSeries;
import dev.renum.health.metric.Rollup;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One figure over time. The sampler adds, any number of threads read. */
final class SampledSeries implements MetricSeries {
    private static final int FIVE_MINUTES_OF_A_DAY = 288;
    private static final int HOURS_OF_A_WEEK = 168;

    private final Metric metric;
    private final Map<String, String> tags;
    private final Ring measurements;
    private final Periods fiveMinutes = new Periods(Duration.ofMinutes(5), FIVE_MINUTES_OF_A_DAY);
    private final Periods hours = new Periods(Duration.ofHours(1), HOURS_OF_A_WEEK);
    private long writtenIn = -1;
    private long lastKnown;

    SampledSeries(Metric metric, List<String> tags, int size, long epochMillis) {
        this.metric = metric;
        this.tags = pairs(tags);
        this.measurements = new Ring(2, size);
        this.lastKnown = epochMillis;
    }

    /** Tags as a map, in the order given, without secrets: they end in reports, pages and notifications. */
    static Map<String, String> pairs(List<String> tags) {
        if (tags.size() % 2 != 0) {
            throw new IllegalArgumentException("tags " + tags + " are not allowed: use pairs of key and value");
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < tags.size(); i += 2) {
            pairs.put(Masking.mask(tags.get(i)), shown(tags.get(i), tags.get(i + 1)));
        }
        return Collections.unmodifiableMap(pairs);
    }

    private static String shown(String key, String value) {
        return Masking.isSensitive(key) ? Masking.MASK : Masking.mask(value);
    }

    /** Adds {@code value}, unless the sampling of that number has brought one already. */
    void add(long sampling, long epochMillis, double value) {
        if (writtenIn == sampling) {
            return;
        }
        writtenIn = sampling;
        lastKnown = Double.isNaN(value) ? lastKnown : epochMillis;
        measurements.add(epochMillis, Double.doubleToRawLongBits(value));
        fiveMinutes.add(epochMillis, value);
        hours.add(epochMillis, value);
    }

    /** Whether nothing has been known since {@code epochMillis}. For the sampler only. */
    boolean isSilentSince(long epochMillis) {
        return lastKnown < epochMillis;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    @Override
    public Map<String, String> tags() {
        return tags;
    }

    @Override
    public Optional<Measurement> latest() {
        List<long[]> newest = measurements.newest(1);
        return newest.isEmpty() ? Optional.empty() : Optional.of(measurement(newest.get(0)));
    }

    @Override
    public List<Measurement> measurements() {
        return measurements.all().stream().map(SampledSeries::measurement).toList();
    }

    @Override
    public List<Rollup> fiveMinutes() {
        return fiveMinutes.over();
    }

    @Override
    public List<Rollup> hours() {
        return hours.over();
    }

    private static Measurement measurement(long[] row) {
        return new Measurement(Instant.ofEpochMilli(row[0]), Double.longBitsToDouble(row[1]));
    }
}
