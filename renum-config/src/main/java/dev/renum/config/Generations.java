package dev.renum.config;

import dev.renum.config.reload.Failure;
import dev.renum.config.reload.Listeners;
import dev.renum.config.reload.Participants;
import dev.renum.config.reload.Swap;
import dev.renum.config.report.ConfigChange;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.ReloadResult;
import dev.renum.config.report.ReloadResult.Rejected;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The generation in force, and how content makes another one of it: judged, agreed on by all who take part, told.
 *
 * <p>Readers take what is in a volatile field. One thread at a time may let another generation follow: the one that has the lock of {@link Reloading}.
 */
final class Generations {
    private final Succession succession;
    private final ReloadReports reports;
    private final Runnable requireOpen;
    private final ReloadHistory history = new ReloadHistory();
    private final LiveSections live;
    private final Participants participants = new Participants(this::undoFailed);
    private final Listeners listeners = new Listeners(this::listenerFailed);
    private volatile Generation current;

    /** What neither a participant nor a listener of the last change may tell: each has seen both sides of it. */
    private volatile List<String> secrets = List.of();

    private volatile Attempt last;

    /**
     * What the last reload had before it.
     *
     * @param content what was read; {@code null} if that says nothing about what is there now, so that the next reading is news whatever it finds
     * @param mayPass whether the same may come through another time, because something else than the content was against it
     */
    private record Attempt(@Nullable Content content, boolean mayPass) {}

    /**
     * Begins with what {@code content} says; {@code requireOpen} throws if nothing may change any more.
     *
     * @throws ConfigurationException if that has errors
     */
    Generations(Succession succession, ReloadReports reports, Content content, Runnable requireOpen) {
        this.succession = succession;
        this.reports = reports;
        this.requireOpen = requireOpen;
        this.current = succession.first(content);
        this.last = new Attempt(content, false);
        this.live = new LiveSections(current.binding().records());
        ReloadLog.warnings(current.config().warnings());
    }

    Generation current() {
        return current;
    }

    ConfigSettings settings() {
        return current.config().get(ConfigSettings.class);
    }

    ReloadHistory history() {
        return history;
    }

    LiveSections live() {
        return live;
    }

    Participants participants() {
        return participants;
    }

    Listeners listeners() {
        return listeners;
    }

    /** Whether {@code content} is not what was there at the last reload. */
    boolean isNews(Content content) {
        return !content.equals(last.content());
    }

    /** Lets the generation follow that {@code content} makes, or says why not; {@code null} stands for content that did not stand still. */
    ReloadResult follow(@Nullable Content content, boolean insist) {
        if (content == null) {
            last = new Attempt(null, false);
            return reject(reports.unstable());
        }
        if (content.equals(current.content())) {
            last = new Attempt(content, false);
            current = current.of(content);
            return history.unchanged(current.number());
        }
        boolean stands = !isNews(content) && !(insist && last.mayPass());
        return stands && history.last() instanceof Rejected before ? before : judge(content);
    }

    /** Stays as it is, because of a failure on the way, whose message may quote a secret that nobody knows yet. */
    ReloadResult broken(Throwable failure) {
        last = new Attempt(last.content(), true);
        return reject(reports.broken(failure));
    }

    private ReloadResult judge(Content content) {
        last = new Attempt(content, false);
        Generation running = current;
        Generation next;
        try {
            next = succession.next(running, content);
        } catch (ConfigurationException e) {
            return reject(e.report());
        }
        ConfigChange change = next.since(running);
        if (change.changes().isEmpty()) {
            current = next.numbered(running.number());
            ReloadLog.warnings(next.warningsSince(running));
            return history.unchanged(running.number());
        }
        return apply(running, next, change);
    }

    private ReloadResult apply(Generation running, Generation next, ConfigChange change) {
        requireOpen.run();
        secrets = Stream.of(running, next).flatMap(it -> it.secrets().stream()).toList();
        Failure failure = participants.change(
                running.binding().records(),
                next.binding().records(),
                settings().participantTimeout(),
                new Swap(() -> put(next), () -> put(running)));
        if (failure != null) {
            return refused(failure);
        }
        ReloadResult result = history.applied(change);
        ReloadLog.warnings(next.warningsSince(running));
        listeners.publish(change);
        return result;
    }

    private void put(Generation next) {
        current = next;
        live.put(next.binding().records());
    }

    /** An interrupt of the caller says nothing against the content: the watcher tries again. */
    private ReloadResult refused(Failure failure) {
        boolean isInterrupted = Thread.currentThread().isInterrupted();
        last = new Attempt(isInterrupted ? null : last.content(), true);
        return reject(reports.failed(failure, secrets));
    }

    private ReloadResult reject(ConfigReport report) {
        requireOpen.run();
        return history.rejected(current.number(), report);
    }

    private void undoFailed(Failure failure) {
        history.undoFailed(failure, secrets);
    }

    private void listenerFailed(Throwable failure) {
        ReloadLog.listenerFailed(failure, secrets);
    }
}
