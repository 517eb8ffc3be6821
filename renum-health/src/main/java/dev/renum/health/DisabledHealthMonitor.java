package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Registration;
import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthStatus;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.health.metric.MetricHistory;
import dev.renum.health.metric.SystemMetrics;
import dev.renum.health.request.RequestStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs nothing, takes everything, and says that it is switched off; requests are counted all the same, for draining. */
final class DisabledHealthMonitor implements HealthMonitor {
    private static final HealthScore UNKNOWN =
            new HealthScore(0, 0, List.of(new Deduction(100, "nothing is known", "renum.health.enabled is false")));

    private final HealthSettings settings;
    private final RequestStatistics requests;
    private final CheckGroups groups;
    private volatile HealthSnapshot snapshot;

    DisabledHealthMonitor(HealthSettings settings, Ticker ticker, CheckGroups groups) {
        this.settings = settings;
        this.groups = groups;
        this.snapshot = snapshot(HealthStatus.DISABLED, Map.of());
        this.requests = RequestStatistics.of(ticker);
    }

    @Override
    public Registration register(CheckSpec spec) {
        requireNonNull(spec, "spec");
        return () -> {};
    }

    @Override
    public Registration watch(Monitored source) {
        requireNonNull(source, "source");
        return () -> {};
    }

    @Override
    public HealthSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public HealthSnapshot refresh(Duration limit) {
        requireNonNull(limit, "limit");
        return snapshot;
    }

    /** Nothing ever changes. */
    @Override
    public Registration onChange(HealthListener listener) {
        requireNonNull(listener, "listener");
        return () -> {};
    }

    /** What the requests tell; nothing else is measured. */
    @Override
    public PerformanceReport detectPerformanceIssues() {
        return new PerformanceAnalysis(settings).report(requests.routes(), Vitals.NONE, Instant.now());
    }

    @Override
    public HealthDashboard generateHealthDashboard() {
        return HealthDashboard.of(this, List.of(), List.of());
    }

    /** Nothing is sampled. */
    @Override
    public SystemMetrics collectSystemMetrics() {
        return new SystemMetrics(Instant.now(), List.of());
    }

    @Override
    public RequestStatistics requests() {
        return requests;
    }

    @Override
    public MetricHistory metrics() {
        return new NoHistory();
    }

    @Override
    public HealthSettings settings() {
        return settings;
    }

    /** Is not ready from now on; that much can be said without checks. */
    void withdraw() {
        CheckState shutdown = CheckState.shutdown(Instant.now());
        snapshot = snapshot(HealthStatus.OUT_OF_SERVICE, Map.of(shutdown.name(), shutdown));
    }

    /** No check counts, so every group is switched off as well. */
    private HealthSnapshot snapshot(HealthStatus status, Map<String, CheckState> checks) {
        return new HealthSnapshot(status, checks, groups.in(Map.of()), UNKNOWN, Instant.now(), false);
    }

    @Override
    public void measure(MetricSink sink) {
        requests.measure(sink);
    }

    @Override
    public void close() {}
}
