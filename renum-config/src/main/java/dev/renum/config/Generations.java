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
 * <p>Readers take what is in a volatile field. One thread at a time may let another generation follow.
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

    private volatile @Nullable Content lastContent;
    private boolean refusedByParticipant;

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
        this.lastContent = content;
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
        return !content.equals(lastContent);
    }

    /** Lets the generation follow that {@code content} makes, or says why not; {@code null} stands for content that did not stand still. */
    ReloadResult follow(@Nullable Content content, boolean insist) {
        boolean known = content != null && !isNews(content);
        lastContent = content;
        if (content == null) {
            return reject(reports.unstable(), false);
        }
        if (content.equals(current.content())) {
            current = current.of(content);
            return history.unchanged(current.number());
        }
        boolean stands = known && !(insist && refusedByParticipant);
        return stands && history.last() instanceof Rejected before ? before : judge(content);
    }

    /** Stays as it is, because of a failure on the way, whose message may quote a secret that nobody knows yet. */
    ReloadResult broken(Throwable failure) {
        return reject(reports.broken(failure), true);
    }

    private ReloadResult judge(Content content) {
        Generation running = current;
        Generation next;
        try {
            next = succession.next(running, content);
        } catch (ConfigurationException e) {
            return reject(e.report(), false);
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
        if (Thread.currentThread().isInterrupted()) {
            lastContent = null;
        }
        return reject(reports.failed(failure, secrets), true);
    }

    private ReloadResult reject(ConfigReport report, boolean byParticipant) {
        requireOpen.run();
        refusedByParticipant = byParticipant;
        return history.rejected(current.number(), report);
    }

    private void undoFailed(Failure failure) {
        history.undoFailed(failure, secrets);
    }

    private void listenerFailed(Throwable failure) {
        ReloadLog.listenerFailed(failure, secrets);
    }
}
