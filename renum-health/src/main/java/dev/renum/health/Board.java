package dev.renum.health;

import dev.renum.core.Ticker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What readers see. Everything but {@link #snapshot} is guarded by the monitor's lock. */
final class Board {
    private final CheckRegistry checks;
    private final Scoring scoring;
    private final Aggregation aggregation;
    private final ChangeFeed feed;
    private final Ticker ticker;
    private final long staleNanos;
    private final UntoldChanges untold = new UntoldChanges();
    private @Nullable CheckState shutdown;
    private boolean closed;

    private volatile Publication publication;

    Board(
            HealthSettings settings,
            CheckRegistry checks,
            CheckGroups groups,
            Vitals vitals,
            ChangeFeed feed,
            Ticker ticker) {
        this.checks = checks;
        this.scoring = new Scoring(settings);
        this.aggregation = new Aggregation(groups, scoring, vitals);
        this.feed = feed;
        this.ticker = ticker;
        this.staleNanos = settings.staleAfter().toNanos();
        this.publication = publication(aggregate());
    }

    /** A snapshot with the moment from which its stale twin counts. */
    private record Publication(HealthSnapshot fresh, HealthSnapshot stale, long expiresAt) {}

    /** The last publication, or its stale twin if it is too old. */
    HealthSnapshot snapshot() {
        Publication now = publication;
        return ticker.read() - now.expiresAt() < 0 ? now.fresh() : now.stale();
    }

    /** Publishes the checks as they are now, unless the end has been published. */
    void publish() {
        if (closed) {
            return;
        }
        HealthSnapshot next = aggregate();
        feed.add(untold.release(Changes.between(publication.fresh(), next), next));
        publication = publication(next);
    }

    /** Makes the score of this moment one of those that count. It publishes nothing: who only samples must not keep a snapshot fresh. */
    void sampleScore() {
        scoring.sample(aggregate().score());
    }

    /** Is not ready from now on, whatever the checks say. */
    void withdraw() {
        shutdown = CheckState.shutdown(Instant.now());
        publish();
    }

    boolean isClosed() {
        return closed;
    }

    /** Shows the last state as stale, for ever. */
    void close() {
        closed = true;
        HealthSnapshot last = aggregation.staleTwin(publication.fresh());
        publication = new Publication(last, last, ticker.read());
    }

    private Publication publication(HealthSnapshot snapshot) {
        return new Publication(snapshot, aggregation.staleTwin(snapshot), ticker.read() + staleNanos);
    }

    private HealthSnapshot aggregate() {
        List<CheckState> states = new ArrayList<>(checks.states(ticker.read()));
        if (shutdown != null) {
            states.add(shutdown);
        }
        return aggregation.snapshot(states, checks.graph(), Instant.now());
    }
}
