package dev.renum.health.check;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Ticker;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthCode;
import java.time.Duration;

/**
 * Tells whether something that should happen again and again still does: a job that runs every night, a consumer that polls.
 *
 * <pre>{@code
 * Heartbeat imports = Heartbeat.expectedEvery(Duration.ofMinutes(10));
 * HealthMonitor.builder(settings).check(CheckSpec.of("import", imports));
 * // at the end of each import:
 * imports.beat();
 * }</pre>
 *
 * <p>The first beat is expected as long after the creation as every other after the one before. A beat costs two volatile writes. Safe for use by
 * many threads.
 */
public final class Heartbeat implements HealthCheck {
    private final Duration interval;
    private final Ticker ticker;
    private volatile long last;
    private volatile boolean hasBeaten;

    private Heartbeat(Duration interval, Ticker ticker) {
        this.interval = interval;
        this.ticker = ticker;
        this.last = ticker.read();
    }

    /**
     * One that has to beat at least every {@code interval}.
     *
     * @throws IllegalArgumentException if {@code interval} is not more than zero
     */
    public static Heartbeat expectedEvery(Duration interval) {
        return expectedEvery(interval, Ticker.system());
    }

    /**
     * Like {@link #expectedEvery(Duration)}, by the time of {@code ticker}.
     *
     * @throws IllegalArgumentException if {@code interval} is not more than zero
     */
    public static Heartbeat expectedEvery(Duration interval, Ticker ticker) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "heartbeat interval " + interval + " is not allowed: use more than zero");
        }
        return new Heartbeat(interval, requireNonNull(ticker, "ticker"));
    }

    /** Says that it has happened once more. */
    public void beat() {
        last = ticker.read();
        hasBeaten = true;
    }

    /** The time since the last beat, or since the creation if there was none. */
    public Duration age() {
        return Duration.ofNanos(Math.max(0, ticker.read() - last));
    }

    /** How often it has to beat. */
    public Duration interval() {
        return interval;
    }

    @Override
    public HealthResult check() {
        Duration age = age();
        HealthResult result = age.compareTo(interval) <= 0
                ? HealthResult.up()
                : HealthResult.down(HealthCode.HEARTBEAT_MISSED.id(), missed(age));
        return result.withDetail("age", Limits.text(age));
    }

    private String missed(Duration age) {
        String what = hasBeaten
                ? "the last beat was " + Limits.text(age) + " ago"
                : "there was no beat in the " + Limits.text(age) + " since the start";
        return what + ", one is expected every " + Limits.text(interval);
    }
}
