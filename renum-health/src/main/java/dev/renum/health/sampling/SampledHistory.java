package dev.renum.health.sampling;

import dev.renum.core.Deadline;
import dev.renum.core.health.Metric;
import dev.renum.health.metric.MetricHistory;
import dev.renum.health.metric.MetricSeries;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a bounded number of series of bounded length. The sampler writes, any number of threads read, and none waits for another. Once there is no
 * room, a series of which nothing has been known for an hour gives way to a new one. One figure has a third of the room at most, so that one of many series
 * leaves room for those that come later.
 */
final class SampledHistory implements MetricHistory {
    static final int MAX_SERIES = 1_000;
    static final int MAX_SERIES_PER_NAME = MAX_SERIES / 3;
    private static final long SILENT = TimeUnit.HOURS.toMillis(1);
    private static final Duration FIRST_SAMPLING_LIMIT = Duration.ofSeconds(1);

    private final int size;
    private final Set<String> declared;
    private final Map<String, Map<List<String>, SampledSeries>> byName = new ConcurrentSkipListMap<>();
    private final CountDownLatch sampled = new CountDownLatch(1);

    /** One for all callers: a first sampling that hangs must not delay each of them anew. */
    private final Deadline firstSampling = Deadline.after(FIRST_SAMPLING_LIMIT);

    /** Of the sampling under way; only the sampler looks at these. */
    private long sampling;

    private long at;
    private int count;
    private int refused;

    private volatile int dropped;

    SampledHistory(int size, Set<String> declared) {
        this.size = size;
        this.declared = Set.copyOf(declared);
    }

    @Override
    public Optional<MetricSeries> find(String name, String... tags) {
        List<MetricSeries> all = series(name);
        if (tags.length == 0) {
            return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
        }
        Map<String, String> wanted = SampledSeries.pairs(List.of(tags));
        return all.stream().filter(series -> series.tags().equals(wanted)).findFirst();
    }

    @Override
    public List<MetricSeries> series(String name) {
        return List.copyOf(byName.getOrDefault(name, Map.of()).values());
    }

    @Override
    public Set<String> names() {
        awaitFirstSampling();
        Set<String> names = new TreeSet<>(declared);
        names.addAll(byName.keySet());
        return Collections.unmodifiableSet(names);
    }

    @Override
    public long dropped() {
        return dropped;
    }

    /** Begins the sampling of that moment. */
    void begin(long epochMillis) {
        sampling++;
        at = epochMillis;
        refused = 0;
    }

    /** Adds a value to the sampling under way; the first of several for one series counts, an infinite one is not known. */
    void add(Metric metric, List<String> tags, double value) {
        SampledSeries series = seriesFor(metric, tags);
        if (series != null) {
            series.add(sampling, at, Double.isFinite(value) ? value : Double.NaN);
        }
    }

    /** Ends the sampling: what nobody has told is not known. */
    void end() {
        byName.values().forEach(all -> all.values().forEach(series -> series.add(sampling, at, Double.NaN)));
        dropped = refused;
        sampled.countDown();
    }

    private @Nullable SampledSeries seriesFor(Metric metric, List<String> tags) {
        Map<List<String>, SampledSeries> known = byName.get(metric.name());
        SampledSeries series = known == null ? null : known.get(tags);
        if (series != null) {
            return series;
        }
        if (!hasRoom(metric.name())) {
            refused++;
            return null;
        }
        return create(metric, tags);
    }

    private SampledSeries create(Metric metric, List<String> tags) {
        SampledSeries created = new SampledSeries(metric, tags, size, at);
        byName.computeIfAbsent(metric.name(), name -> new ConcurrentHashMap<>()).put(tags, created);
        count++;
        return created;
    }

    private boolean hasRoom(String name) {
        if (isFull(name) && refused == 0) {
            forgetTheSilent();
        }
        return !isFull(name);
    }

    private boolean isFull(String name) {
        return count >= MAX_SERIES || byName.getOrDefault(name, Map.of()).size() >= MAX_SERIES_PER_NAME;
    }

    private void forgetTheSilent() {
        byName.values().forEach(all -> all.values().removeIf(series -> series.isSilentSince(at - SILENT)));
        byName.values().removeIf(Map::isEmpty);
        count = byName.values().stream().mapToInt(Map::size).sum();
    }

    private void awaitFirstSampling() {
        try {
            sampled.await(firstSampling.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
