package dev.renum.health;

import dev.renum.core.Deadline;
import dev.renum.core.Finding;
import dev.renum.core.Registration;
import dev.renum.core.Ticker;
import dev.renum.core.health.Monitored;
import dev.renum.health.background.BackgroundLog;
import dev.renum.health.metric.Figure;
import dev.renum.health.metric.MetricHistory;
import dev.renum.health.metric.MetricSeries;
import dev.renum.health.metric.SystemMetrics;
import dev.renum.health.sampling.Sampler;
import dev.renum.health.system.SystemFigures;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The figures of a monitor: what is sampled, what came of it, and what is missing. Safe for use by many threads. */
final class Instruments implements Vitals {
    private static final int INTERVALS_UNTIL_STALE = 3;

    private final Sampler sampler;
    private final BlindSpots blindSpots;
    private final Vitals vitals;
    private final Ticker ticker;
    private final long staleNanos;
    private final Runnable afterSampling;
    private volatile long sampledAt;

    /** Samples once it is started, and does {@code afterSampling} each time, on the sampler's thread. */
    Instruments(HealthSettings settings, Ticker ticker, Runnable afterSampling, BackgroundLog log) {
        SystemFigures system = SystemFigures.here(ticker);
        this.sampler =
                new Sampler(settings.samplingInterval(), settings.historySize(), systemNames(), ticker, this::sampled);
        this.blindSpots = new BlindSpots(sampler, system::limitation, log);
        this.vitals = new HistoryVitals(sampler.history());
        this.ticker = ticker;
        this.staleNanos = settings.samplingInterval().toNanos() * INTERVALS_UNTIL_STALE;
        this.afterSampling = afterSampling;
        this.sampledAt = ticker.read();
        sampler.watch(system);
    }

    /** The names of the system's own figures. */
    static Set<String> systemNames() {
        Set<String> names = new TreeSet<>(SystemFigures.names());
        names.add(Sampler.LATENESS.name());
        return names;
    }

    void start() {
        sampler.start();
    }

    Registration watch(Monitored source) {
        return sampler.watch(source);
    }

    MetricHistory history() {
        return sampler.history();
    }

    List<Finding> blindSpots() {
        return blindSpots.now();
    }

    /** Logs what is missing since the last call. For one thread: not the sampler's, which may be what hangs. */
    void tellBlindSpots() {
        blindSpots.tell();
    }

    /** Not known once three samplings are missing. */
    @Override
    public double worst(String metric) {
        return ticker.read() - sampledAt < staleNanos ? vitals.worst(metric) : Double.NaN;
    }

    @Override
    public Map<String, String> evidence(String metric) {
        return vitals.evidence(metric);
    }

    SystemMetrics system() {
        Set<String> sampled = history().names();
        List<MetricSeries> series = systemNames().stream()
                .filter(sampled::contains)
                .flatMap(name -> history().series(name).stream()
                        .sorted(Comparator.comparing(one -> one.tags().toString())))
                .toList();
        Instant at = series.stream()
                .flatMap(one -> one.latest().stream())
                .map(latest -> latest.at())
                .max(Instant::compareTo)
                .orElseGet(Instant::now);
        return new SystemMetrics(
                at, series.stream().flatMap(Instruments::figure).toList());
    }

    void close(Deadline deadline) {
        sampler.close(deadline);
    }

    private static Stream<Figure> figure(MetricSeries series) {
        return series.latest().map(latest -> new Figure(series.metric(), series.tags(), latest.value())).stream();
    }

    private void sampled() {
        sampledAt = ticker.read();
        afterSampling.run();
    }
}
