package dev.renum.health.sampling;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Deadline;
import dev.renum.core.Failures;
import dev.renum.core.Masking;
import dev.renum.core.Registration;
import dev.renum.core.Ticker;
import dev.renum.core.health.Metric;
import dev.renum.core.health.Monitored;
import dev.renum.health.metric.MetricHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Asks every source for its figures, again and again, on a thread of its own. Whatever a source throws, the next one is asked. A sampling that was
 * missed, because the machine was suspended or a source took its time, is not made up for. Safe for use by many threads.
 */
public final class Sampler {
    /** How late a sampling began. */
    public static final Metric LATENESS = new Metric(
            "scheduler.lateness",
            "seconds",
            "How much later than planned the last sampling began: what any timer of this process had to wait.");

    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final int MAX_TEXT = 500;
    private static final Duration STUCK = Duration.ofSeconds(10);

    private final SampledHistory history;
    private final SampleSink sink;
    private final Ticker ticker;
    private final InstantSource clock;
    private final long interval;
    private final Runnable afterSampling;
    private final Thread thread;
    private final List<Watched> sources = new CopyOnWriteArrayList<>();

    /** Of the thread itself. */
    private long plannedAt;

    private boolean isPlanned;
    private long sampledAt;
    private volatile boolean closed;
    private volatile @Nullable Asking asking;
    private volatile Map<String, String> failures = Map.of();

    /**
     * A sampler that {@link #start} starts.
     *
     * @param interval from sampling to sampling
     * @param size how many measurements of a figure are kept
     * @param names of figures that are known before they are sampled
     * @param afterSampling what to do after each sampling, on the sampler's thread
     */
    public Sampler(Duration interval, int size, Set<String> names, Ticker ticker, Runnable afterSampling) {
        this(interval, new SampledHistory(size, names), ticker, Instant::now, afterSampling);
    }

    Sampler(Duration interval, SampledHistory history, Ticker ticker, InstantSource clock, Runnable afterSampling) {
        this.history = history;
        this.clock = clock;
        this.sink = new SampleSink(history);
        this.ticker = ticker;
        this.interval = interval.toNanos();
        this.afterSampling = afterSampling;
        this.thread = new Thread(this::live, "renum-health-sampler");
        thread.setDaemon(true);
    }

    /** One registration; a source may be watched twice, and two sources may be equal. */
    private static final class Watched {
        private final Monitored source;

        Watched(Monitored source) {
            this.source = source;
        }
    }

    /** A source that is being asked. */
    private record Asking(String source, long since) {}

    /** Begins with a first sampling at once. */
    public void start() {
        thread.start();
    }

    /** Samples {@code source} too, from the next sampling on, until the registration is closed. */
    public Registration watch(Monitored source) {
        Watched watched = new Watched(requireNonNull(source, "source"));
        sources.add(watched);
        return () -> sources.remove(watched);
    }

    /** What has been sampled. */
    public MetricHistory history() {
        return history;
    }

    /** The sources that failed in the last sampling, each with what it said. */
    public Map<String, String> failures() {
        return failures;
    }

    /** The source that has been asked for 10 s or longer and has not answered. */
    public Optional<String> hanging() {
        Asking now = asking;
        if (now == null || ticker.read() - now.since() < STUCK.toNanos()) {
            return Optional.empty();
        }
        return Optional.of(now.source());
    }

    /** Ends the thread, and waits for that until {@code deadline}. */
    public void close(Deadline deadline) {
        closed = true;
        thread.interrupt();
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, deadline.remaining().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        while (!closed) {
            try {
                sampleIfDue(ticker.read());
                pause(plannedAt - ticker.read());
            } catch (Throwable t) { // of the clock, or for want of memory: the next sampling may succeed
                pause(LONGEST_PAUSE);
            }
            clearInterrupt();
        }
    }

    private void sampleIfDue(long now) {
        long due = isPlanned ? now + Math.min(plannedAt - now, interval) : now;
        plannedAt = now - due >= 0 ? next(due, now) : due;
        isPlanned = true;
        if (now - due >= 0) {
            sample(now - due);
        }
    }

    /** In step with what was planned, unless that is over already. A ticker that has gone back, which it should not, delays by one interval at most. */
    private long next(long due, long now) {
        long regular = due + interval;
        return regular - now > 0 ? regular : now + interval;
    }

    /** Waits that long, or a second if that is less, since the ticker may be faster than the clock of the JVM. */
    private void pause(long nanos) {
        if (!closed && nanos > 0) {
            LockSupport.parkNanos(this, Math.min(nanos, LONGEST_PAUSE));
        }
    }

    /** An interrupt that a source has left behind would keep the next one from reading files, and make every pause a short one. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void clearInterrupt() {
        Thread.interrupted();
    }

    private void sample(long late) {
        long at = clock.millis();
        markGap(at);
        sampledAt = at;
        history.begin(at);
        sink.begin(ticker.read());
        try {
            sink.gauge(LATENESS, TimeUnit.NANOSECONDS.toMicros(late) / 1e6);
            failures = askAll();
        } finally {
            asking = null;
            sink.end();
            history.end();
        }
        afterSampling.run();
    }

    /** Lets no reader take two measurements for neighbours between which others are missing. */
    private void markGap(long at) {
        long millis = TimeUnit.NANOSECONDS.toMillis(interval);
        if (sampledAt != 0 && at - sampledAt > 2 * millis) {
            history.begin(sampledAt + millis);
            history.end();
        }
    }

    private Map<String, String> askAll() {
        Map<String, String> failed = new LinkedHashMap<>();
        for (Watched watched : sources) {
            String name = watched.source.getClass().getName();
            asking = new Asking(name, ticker.read());
            try {
                watched.source.measure(sink);
            } catch (Throwable t) { // whatever it is, it concerns this source
                failed.put(name, cut(Masking.mask(Failures.text(t))));
            }
            clearInterrupt();
        }
        return failed;
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }
}
