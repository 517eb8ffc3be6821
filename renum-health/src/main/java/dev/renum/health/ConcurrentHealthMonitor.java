package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Deadline;
import dev.renum.core.Registration;
import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.health.background.BackgroundLog;
import dev.renum.health.metric.MetricHistory;
import dev.renum.health.metric.SystemMetrics;
import dev.renum.health.request.RequestStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Runs checks concurrently and samples figures. What there is to know of the parts: {@link CheckRegistry} and {@link Board} are the state, under the
 * one lock of {@link Guard}; {@link CheckScheduler}, {@link CheckRunner} and {@link Instruments} are what changes it.
 */
final class ConcurrentHealthMonitor implements HealthMonitor {
    private static final Metric STATUS = new Metric(
            "renum.health.status",
            "",
            "State of a check: 0 disabled, 1 up, 2 degraded, 3 unknown, 4 out of service, 5 down.");
    private static final Metric SYSTEM =
            new Metric("renum.health.system.status", "", "State of the system, numbered like that of a check.");
    private static final Metric GROUP =
            new Metric("renum.health.group.status", "", "State of a group of checks, numbered like that of a check.");
    private static final Metric MISSED = new Metric(
            "renum.health.listeners.missed",
            "",
            "Changes that listeners have not heard of because they lagged behind.");
    private static final Metric LOG_DROPPED = new Metric(
            "renum.health.log.dropped",
            "",
            "Lines that were not written because the log blocked for too long or failed.");
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(3_500);
    private static final Duration LOG_LIMIT = Duration.ofMillis(300);

    private final HealthSettings settings;
    private final Ticker ticker;
    private final RequestStatistics requests;
    private final PerformanceAnalysis performance;
    private final BackgroundLog log;
    private final ChangeFeed feed;
    private final Guard guard;
    private final CheckRegistry checks = new CheckRegistry();
    private final Instruments instruments;
    private final Board board;
    private final CheckRunner runner;
    private final CheckPass pass;
    private final CheckScheduler scheduler;

    /** A monitor that runs {@code specs} once it is started. */
    ConcurrentHealthMonitor(
            HealthSettings settings,
            Ticker ticker,
            @Nullable Executor executor,
            List<CheckSpec> specs,
            CheckGroups groups,
            Logger log) {
        this.settings = settings;
        this.ticker = ticker;
        this.log = BackgroundLog.of(log);
        this.feed = new ChangeFeed(this.log);
        this.guard = new Guard(feed::tell);
        this.requests = RequestStatistics.of(ticker);
        this.performance = new PerformanceAnalysis(settings);
        this.instruments = new Instruments(settings, ticker, this::sampled, this.log);
        this.board = new Board(settings, checks, groups, instruments, feed, ticker);
        this.runner = new CheckRunner(checks, board, guard, ticker, executor);
        this.pass = new CheckPass(checks, board, runner, guard, ticker);
        this.scheduler =
                new CheckScheduler(this::pass, () -> pass.idle(settings.staleAfter()), guard, ticker, this.log);
        checks.add(specs, ticker.read());
        board.publish();
    }

    /** Begins to run the checks, and to sample {@code sources} and itself; leaves nothing behind if that fails. */
    void start(List<Monitored> sources) {
        try {
            begin(sources);
        } catch (Throwable t) { // nobody would have a monitor to close
            close();
            throw t;
        }
    }

    private void begin(List<Monitored> sources) {
        instruments.watch(this);
        sources.forEach(instruments::watch);
        scheduler.start();
        instruments.start();
    }

    @Override
    public Registration register(CheckSpec spec) {
        return add(List.of(requireNonNull(spec, "spec")));
    }

    @Override
    public Registration watch(Monitored source) {
        Registration added = add(List.copyOf(source.checks()));
        Registration sampled = instruments.watch(source);
        return () -> {
            sampled.close();
            added.close();
        };
    }

    @Override
    public HealthSnapshot snapshot() {
        return board.snapshot();
    }

    @Override
    public HealthSnapshot refresh(Duration limit) {
        Deadline deadline = Deadline.after(limit);
        Refresh refresh = guard.get(() -> {
            guard.wake();
            return Refresh.of(checks, ticker.read());
        });
        runner.launch(refresh.launches());
        guard.await(() -> board.isClosed() || refresh.isOver(), deadline);
        return snapshot();
    }

    @Override
    public Registration onChange(HealthListener listener) {
        return feed.listen(requireNonNull(listener, "listener"));
    }

    @Override
    public PerformanceReport detectPerformanceIssues() {
        return performance.report(requests.routes(), instruments, Instant.now());
    }

    @Override
    public HealthDashboard generateHealthDashboard() {
        return HealthDashboard.of(this, instruments.blindSpots(), feed.recent());
    }

    @Override
    public RequestStatistics requests() {
        return requests;
    }

    @Override
    public MetricHistory metrics() {
        return instruments.history();
    }

    @Override
    public SystemMetrics collectSystemMetrics() {
        return instruments.system();
    }

    @Override
    public HealthSettings settings() {
        return settings;
    }

    @Override
    public void measure(MetricSink sink) {
        Map<String, CheckFigures> figures = guard.get(checks::figures);
        HealthSnapshot now = snapshot();
        sink.gauge(SYSTEM, now.status().badness());
        now.checks().forEach((name, state) -> sink.gauge(STATUS, state.status().badness(), "check", name));
        now.groups().forEach((name, group) -> sink.gauge(GROUP, group.status().badness(), "group", name));
        CertificateFigure.measure(sink, now);
        figures.forEach((name, counted) -> counted.measure(sink, name));
        sink.counter(MISSED, (double) feed.missed());
        sink.counter(LOG_DROPPED, (double) log.dropped());
        requests.measure(sink);
    }

    @Override
    public void close() {
        guard.run(() -> {
            checks.clear();
            board.close();
            guard.wake();
        });
        runner.close();
        scheduler.close();
        join(Deadline.after(CLOSE_LIMIT));
    }

    /** Is not ready from now on, whatever the checks say. */
    void withdraw() {
        guard.run(board::withdraw);
    }

    /** Does the pass planned for {@code plannedAt}, and then what else somebody has to do again and again. */
    private void pass(long plannedAt) {
        pass.run(plannedAt);
        instruments.tellBlindSpots();
        requests.keepUp();
        feed.resume();
    }

    private Registration add(List<CheckSpec> specs) {
        List<MonitoredCheck> added = guard.get(() -> {
            if (board.isClosed()) {
                throw new IllegalStateException("the health monitor is closed and takes no more checks");
            }
            List<MonitoredCheck> fresh = checks.add(specs, ticker.read());
            board.publish();
            guard.wake();
            return fresh;
        });
        return () -> remove(added);
    }

    private void remove(List<MonitoredCheck> removed) {
        guard.run(() -> {
            checks.remove(removed);
            board.publish();
            guard.wake();
        });
    }

    /** A sampling is over: its score is one of those that count, and the scheduler publishes it. */
    private void sampled() {
        guard.run(() -> {
            board.sampleScore();
            guard.wake();
        });
    }

    private void join(Deadline deadline) {
        try {
            scheduler.awaitEnd(deadline);
            runner.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        instruments.close(deadline);
        feed.close(deadline);
        log.close(Deadline.after(LOG_LIMIT));
    }
}
