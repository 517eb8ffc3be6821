package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Deadline;
import dev.renum.core.Registration;
import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.health.metric.MetricHistory;
import dev.renum.health.request.RequestStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Runs checks concurrently. One lock guards the checks and orders publications; it is never held while a check, an executor or a logger runs.
 */
final class ConcurrentHealthMonitor implements HealthMonitor {
    private static final Metric STATUS = new Metric(
            "renum.health.status",
            "",
            "State of a check: 0 disabled, 1 up, 2 degraded, 3 unknown, 4 out of service, 5 down.");
    private static final Metric SYSTEM =
            new Metric("renum.health.system.status", "", "State of the system, numbered like that of a check.");
    private static final Metric MISSED = new Metric(
            "renum.health.listeners.missed",
            "",
            "Changes that listeners have not heard of because they lagged behind.");
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);
    private static final long JUMP = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(3_500);

    /** A check that ignores its interrupt is left behind on its daemon thread. */
    private static final Duration CHECKS_LIMIT = Duration.ofSeconds(1);

    private final HealthSettings settings;
    private final Ticker ticker;
    private final Executor executor;
    private final @Nullable ExecutorService own;
    private final RequestStatistics requests;
    private final Thread scheduler;
    private final long staleNanos;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, MonitoredCheck> checks = new LinkedHashMap<>();
    private final ChangeFeed feed = new ChangeFeed(LoggerFactory.getLogger(HealthMonitor.class));
    private final PerformanceAnalysis performance;
    private final Scoring scoring;
    private final Vitals vitals = Vitals.NONE;
    private CheckGraph graph = CheckGraph.of(List.of());
    private boolean closed;
    private @Nullable CheckState shutdown;

    /** Whether something has changed since the last pass began; a signal alone is lost while nobody waits. */
    private boolean woken;

    private volatile Publication publication;

    ConcurrentHealthMonitor(
            HealthSettings settings, Ticker ticker, @Nullable Executor executor, List<CheckSpec> specs) {
        this.settings = settings;
        this.ticker = ticker;
        this.own = executor == null ? CheckThreads.open() : null;
        this.executor = executor == null ? requireNonNull(own) : executor;
        this.requests = RequestStatistics.of(ticker);
        this.performance = new PerformanceAnalysis(settings);
        this.scoring = new Scoring(settings);
        this.staleNanos = settings.staleAfter().toNanos();
        this.publication = Publication.of(aggregate(List.of()), ticker.read() + staleNanos);
        add(specs);
        long begun = ticker.read();
        scheduler = CheckThreads.daemon(() -> schedule(begun), "renum-health-scheduler");
        scheduler.start();
    }

    /** A snapshot with the moment from which its stale twin counts. */
    private record Publication(HealthSnapshot fresh, HealthSnapshot stale, long expiresAt) {
        static Publication of(HealthSnapshot snapshot, long expiresAt) {
            return new Publication(snapshot, Aggregation.staleTwin(snapshot), expiresAt);
        }
    }

    /** A run that has been decided on and must be handed to the executor. */
    private record Launch(MonitoredCheck check, CheckRun run) {}

    /** What a refresh has started and what it waits for: every run that may still answer in time. */
    private record Started(List<Launch> launches, Map<MonitoredCheck, CheckRun> awaited) {
        void add(MonitoredCheck check, @Nullable CheckRun started) {
            if (started != null) {
                launches.add(new Launch(check, started));
            }
            CheckRun run = check.run();
            if (run != null && !run.isStuck()) {
                awaited.put(check, run);
            }
        }
    }

    @Override
    public Registration register(CheckSpec spec) {
        return addAll(List.of(requireNonNull(spec, "spec")));
    }

    @Override
    public Registration watch(Monitored source) {
        return addAll(List.copyOf(source.checks()));
    }

    @Override
    public HealthSnapshot snapshot() {
        Publication now = publication;
        return ticker.read() - now.expiresAt() < 0 ? now.fresh() : now.stale();
    }

    @Override
    public HealthSnapshot refresh(Duration limit) {
        Deadline deadline = Deadline.after(limit);
        Started started = locked(this::startAll);
        started.launches().forEach(this::launch);
        await(started.awaited(), deadline);
        return snapshot();
    }

    /** Starts whatever is not in flight. The lock is held. */
    private Started startAll() {
        long now = ticker.read();
        Started all = new Started(new ArrayList<>(), new LinkedHashMap<>());
        checks.values().forEach(check -> all.add(check, check.startNow(now)));
        wake();
        return all;
    }

    @Override
    public Registration onChange(HealthListener listener) {
        return feed.listen(requireNonNull(listener, "listener"));
    }

    @Override
    public PerformanceReport detectPerformanceIssues() {
        return performance.report(requests.routes(), vitals, Instant.now());
    }

    @Override
    public HealthDashboard generateHealthDashboard() {
        return new HealthDashboard(
                Instant.now(),
                snapshot(),
                detectPerformanceIssues(),
                requests.routes(),
                requests.inFlight(),
                feed.recent());
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

    @Override
    public void measure(MetricSink sink) {
        Map<String, CheckFigures> figures = locked(this::figures);
        HealthSnapshot now = snapshot();
        sink.gauge(SYSTEM, number(now.status()));
        now.checks().forEach((name, state) -> sink.gauge(STATUS, number(state.status()), "check", name));
        figures.forEach((name, counted) -> counted.measure(sink, name));
        sink.counter(MISSED, (double) feed.missed());
        requests.measure(sink);
    }

    /** Copies of the figures of each check. The lock is held. */
    private Map<String, CheckFigures> figures() {
        Map<String, CheckFigures> figures = new LinkedHashMap<>();
        checks.forEach((name, check) -> figures.put(name, check.figures().copy()));
        return figures;
    }

    private static int number(HealthStatus status) {
        return switch (status) {
            case DISABLED -> 0;
            case UP -> 1;
            case DEGRADED -> 2;
            case UNKNOWN -> 3;
            case OUT_OF_SERVICE -> 4;
            case DOWN -> 5;
        };
    }

    @Override
    public void close() {
        locked(() -> {
            closed = true;
            checks.values().forEach(MonitoredCheck::cancel);
            checks.clear();
            HealthSnapshot last = publication.fresh();
            publication = new Publication(Aggregation.staleTwin(last), Aggregation.staleTwin(last), ticker.read());
            wake();
        });
        if (own != null) {
            own.shutdownNow();
        }
        join();
    }

    /** Is not ready from now on, whatever the checks say. */
    void withdraw() {
        locked(() -> {
            shutdown = CheckState.shutdown(Instant.now());
            publish();
        });
    }

    private Registration addAll(List<CheckSpec> specs) {
        List<MonitoredCheck> added = locked(() -> {
            if (closed) {
                throw new IllegalStateException("the health monitor is closed and takes no more checks");
            }
            wake();
            return add(specs);
        });
        return () -> remove(added);
    }

    private List<MonitoredCheck> add(List<CheckSpec> specs) {
        List<CheckSpec> all = new ArrayList<>();
        checks.values().forEach(check -> all.add(check.spec()));
        all.addAll(specs);
        graph = CheckGraph.of(all);
        Instant now = Instant.now();
        List<MonitoredCheck> added = specs.stream()
                .map(spec -> new MonitoredCheck(spec, ticker.read(), now))
                .toList();
        added.forEach(check -> checks.put(check.spec().name(), check));
        publish();
        return added;
    }

    private void remove(List<MonitoredCheck> removed) {
        locked(() -> {
            removed.stream()
                    .filter(check -> checks.remove(check.spec().name(), check))
                    .forEach(MonitoredCheck::cancel);
            graph = CheckGraph.of(
                    checks.values().stream().map(MonitoredCheck::spec).toList());
            publish();
            wake();
        });
    }

    /** The scheduler's life. Whatever a pass throws is logged and the next pass comes: a snapshot that stays stale would help nobody. */
    private void schedule(long begun) {
        long plannedAt = begun;
        boolean open = true;
        while (open) {
            try {
                pass(plannedAt).forEach(this::launch);
                long pause = untilNextDue();
                plannedAt = ticker.read() + pause;
                pause(pause);
            } catch (InterruptedException e) {
                open = false;
            } catch (Throwable t) {
                feed.failed(t);
                open = pausedAfterFailure();
            }
        }
    }

    private boolean pausedAfterFailure() {
        try {
            pause(LONGEST_WAIT);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private List<Launch> pass(long plannedAt) {
        return locked(() -> {
            woken = false;
            List<Launch> launches = step(plannedAt);
            publish();
            changed.signalAll();
            return launches;
        });
    }

    /** Times out what is overdue and starts what is due. The lock is held. */
    private List<Launch> step(long plannedAt) {
        long now = ticker.read();
        long late = now - plannedAt;
        List<Launch> launches = new ArrayList<>();
        for (MonitoredCheck check : checks.values()) {
            if (late > JUMP) {
                check.postpone(late);
            }
            check.timeOutIfOverdue(now, Instant.now());
            CheckRun run = check.startIfDue(now);
            if (run != null) {
                launches.add(new Launch(check, run));
            }
        }
        return launches;
    }

    private long untilNextDue() {
        long longest = Math.min(LONGEST_WAIT, staleNanos / 3);
        return locked(() -> {
            long now = ticker.read();
            LongStream idle = checks.values().stream().mapToLong(check -> check.idleFor(now));
            return Math.max(0, idle.reduce(longest, Math::min));
        });
    }

    /** Waits that long, or until something changes. Waking up early only costs a pass. */
    @SuppressWarnings("WaitNotInLoop")
    private void pause(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (closed) {
                throw new InterruptedException("closed");
            }
            if (!woken) {
                changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private void launch(Launch launch) {
        try {
            executor.execute(() -> run(launch));
        } catch (Throwable t) {
            // Whatever it is: the run would be waited for until its timeout, and later ones would not be handed over.
            if (locked(launch.run()::withdraw)) {
                finish(
                        launch,
                        HealthResult.unknown(HealthCode.NOT_RUN.id(), "could not be run: the executor refused it"));
            }
        }
    }

    private void run(Launch launch) {
        boolean wanted = locked(() -> launch.run().begin(Thread.currentThread()));
        if (wanted) {
            HealthResult result = ResultIntake.resultOf(launch.check().spec().check());
            finish(launch, result);
        }
        clearInterrupt();
    }

    /** An interrupt that was meant for the run must not meet the next task of this thread. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void clearInterrupt() {
        Thread.interrupted();
    }

    private void finish(Launch launch, HealthResult result) {
        MonitoredCheck check = launch.check();
        locked(() -> {
            check.finish(launch.run(), result, ticker.read(), Instant.now());
            if (checks.get(check.spec().name()) == check) {
                publish();
            }
            wake();
        });
    }

    private void await(Map<MonitoredCheck, CheckRun> awaited, Deadline deadline) {
        lock.lock();
        try {
            while (!closed && awaited.entrySet().stream().anyMatch(it -> isInFlight(it.getKey(), it.getValue()))) {
                if (deadline.isExpired()) {
                    return;
                }
                changed.awaitNanos(deadline.remaining().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private static boolean isInFlight(MonitoredCheck check, CheckRun run) {
        return check.run() == run && !run.isStuck();
    }

    /** Publishes the checks as they are now, unless the end has been published. The lock is held. */
    private void publish() {
        if (closed) {
            return;
        }
        List<CheckState> states = new ArrayList<>();
        checks.values().forEach(check -> states.add(check.state()));
        if (shutdown != null) {
            states.add(shutdown);
        }
        HealthSnapshot next = aggregate(states);
        feed.add(Changes.between(publication.fresh(), next));
        publication = Publication.of(next, ticker.read() + staleNanos);
    }

    private HealthSnapshot aggregate(List<CheckState> states) {
        return Aggregation.snapshot(states, graph, scoring, vitals, Instant.now());
    }

    /** Makes the scheduler and whoever waits for results look again. The lock is held. */
    private void wake() {
        woken = true;
        changed.signalAll();
    }

    /** Does {@code action} under the lock and then, without it, tells what has changed. */
    private void locked(Runnable action) {
        locked(() -> {
            action.run();
            return true;
        });
    }

    /** Like {@link #locked(Runnable)}, for an {@code action} that gives something. */
    private <T> T locked(Supplier<T> action) {
        T given;
        lock.lock();
        try {
            given = action.get();
        } finally {
            lock.unlock();
        }
        feed.tell();
        return given;
    }

    private void join() {
        Deadline deadline = Deadline.after(CLOSE_LIMIT);
        scheduler.interrupt();
        try {
            scheduler.join(deadline.remaining().toMillis());
            if (own != null) {
                own.awaitTermination(CHECKS_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        feed.close(deadline);
    }
}
