package dev.renum.config;

import dev.renum.config.bind.Binding;
import dev.renum.config.bind.LiveMix;
import dev.renum.config.reload.Failure;
import dev.renum.config.reload.Listeners;
import dev.renum.config.reload.Notifications;
import dev.renum.config.reload.Participants;
import dev.renum.config.reload.Swap;
import dev.renum.config.reload.Watcher;
import dev.renum.config.report.ConfigChange;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Problem;
import dev.renum.config.report.ReloadResult;
import dev.renum.config.report.ReloadResult.Applied;
import dev.renum.config.report.ReloadResult.Rejected;
import dev.renum.config.report.ReloadResult.Unchanged;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Deadline;
import dev.renum.core.Environment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The generation in force, and the way to the next one; {@code docs/decisions.md} has its states and what is guaranteed.
 *
 * <p>Readers take what is in a volatile field. Whoever reloads holds the lock, also while participants are at work on threads of their own.
 */
final class Reloading {
    private static final int MAX_READINGS = 20;
    private static final long PAUSE_MILLIS = 25;
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(900);

    private final ConfigLoad load;
    private final Environment environment;
    private final ReloadReports reports;
    private final VanishedFiles vanished;
    private final LiveSections live;
    private final Participants participants = new Participants(this::undoFailed);
    private final Listeners listeners = new Listeners(this::listenerFailed);
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong applied = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong undoFailures = new AtomicLong();
    private volatile Generation generation;
    private volatile @Nullable ReloadResult last;
    private volatile @Nullable Content lastContent;
    private volatile Watcher.Handle watcher = deadline -> {};
    private boolean refusedByParticipant;

    private Reloading(ConfigLoad load, ProcessValues process) {
        this.load = load;
        this.environment = load.setup().environment(process);
        this.reports = new ReloadReports(load.setup(), environment);
        this.vanished = new VanishedFiles(load.setup().places());
        Content content = read(process);
        this.generation = Generation.first(content, load.bind(content.sources(), environment));
        this.lastContent = content;
        this.live = new LiveSections(generation.binding().records());
    }

    /**
     * Reads the configuration of the start, in the environment that {@code process} decides, and looks after its files if it shall.
     *
     * @throws ConfigurationException if it has errors
     */
    static Reloading start(ConfigLoad load, ProcessValues process, Supplier<Notifications> notifications) {
        ConfigSetup setup = load.setup();
        Reloading reloading = new Reloading(load, process);
        ReloadLog.warnings(reloading.generation.config().warnings());
        if (reloading.watches(setup)) {
            reloading.watcher =
                    Watcher.start(new WatchedSources(setup.places(), reloading), notifications, setup.ticker());
        }
        return reloading;
    }

    private boolean watches(ConfigSetup setup) {
        boolean hasDirectory =
                setup.places().directory() != null || setup.places().secretsDirectory() != null;
        return hasDirectory
                && setup.watch()
                && settings().enabled()
                && settings().watch();
    }

    Generation generation() {
        return generation;
    }

    /** What became of the last reload. */
    @Nullable
    ReloadResult last() {
        return last;
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

    long applied() {
        return applied.get();
    }

    long rejected() {
        return rejected.get();
    }

    long undoFailures() {
        return undoFailures.get();
    }

    ConfigSettings settings() {
        return generation.config().get(ConfigSettings.class);
    }

    /** Reads everything once. */
    Content read() {
        return read(load.setup().process().get());
    }

    private Content read(ProcessValues process) {
        return new Content(load.read(environment, process), process);
    }

    /** Whether {@code content} is not what was there at the last reload. */
    boolean isNews(Object content) {
        return !content.equals(lastContent);
    }

    /** There is nothing to reload any more. */
    private static final class ClosedException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        ClosedException() {
            super("the configuration is closed: nothing can be reloaded any more");
        }
    }

    /**
     * Reads everything again and puts it in force, or says why not. What a participant has refused before is tried again.
     *
     * @throws IllegalStateException if it is closed, before or meanwhile, or a participant, a rule or a record calls it
     */
    ReloadResult reload() {
        if (participants.isInside()) {
            throw new IllegalStateException("a participant called reload(), which waits for that participant: call it"
                    + " from another thread, without waiting for it");
        }
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "a rule or a record called reload(), which is what runs it: take the call out");
        }
        requireOpen();
        return settings().enabled() ? locked(() -> attempt(stableContent(), true)) : new Rejected(reports.disabled());
    }

    /**
     * The same for the watcher, if there is still what it has seen: else the first part of the next change could count, or an older content
     * than that which somebody has loaded meanwhile. It does not insist, and its thread is about to end if this is closed.
     */
    void reload(Content seen) {
        try {
            locked(() -> attempt(seen));
        } catch (ClosedException e) {
            // Nobody waits for the result.
        }
    }

    private ReloadResult locked(Supplier<ReloadResult> attempt) {
        lock.lock();
        try {
            requireOpen();
            return guarded(attempt);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends every thread. First whatever a reload may wait for, so that it comes to its end; then the watcher, or it would begin another one; those
     * who only hear of changes last. By the clock of the JVM, because that is how threads wait.
     */
    void close() {
        closed.countDown();
        participants.cancel();
        Deadline deadline = Deadline.after(CLOSE_LIMIT);
        watcher.close(deadline);
        awaitReload(deadline);
        participants.close(deadline);
        listeners.close(deadline);
    }

    /** After that, nothing changes any more. */
    private void awaitReload(Deadline deadline) {
        try {
            if (lock.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireOpen() {
        if (closed.getCount() == 0) {
            throw new ClosedException();
        }
    }

    /** Whatever fails on the way, such as a record's own {@code equals}, is a rejection; its message may quote a secret that nobody knows yet. */
    private ReloadResult guarded(Supplier<ReloadResult> attempt) {
        try {
            return attempt.get();
        } catch (ClosedException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return reject(reports.broken(e), true);
        }
    }

    /** What is overtaken is nothing that anybody waits for. */
    private ReloadResult attempt(Content seen) {
        Content content = stableContent();
        return content == null || content.equals(seen) ? attempt(content, false) : new Unchanged();
    }

    private ReloadResult attempt(@Nullable Content content, boolean insist) {
        boolean known = content != null && !isNews(content);
        lastContent = content;
        if (content == null) {
            return reject(reports.unstable(), false);
        }
        if (content.equals(generation.content())) {
            generation = generation.of(content);
            return unchanged();
        }
        return last instanceof Rejected before && known && !(insist && refusedByParticipant) ? before : judge(content);
    }

    private ReloadResult judge(Content content) {
        Generation running = generation;
        Candidate candidate = load.bind(vanished.noted(running.content().sources(), content.sources()), environment);
        if (candidate.report().hasErrors()) {
            return reject(candidate.report(), false);
        }
        Candidate mixed = mix(running, candidate);
        if (mixed.report().hasErrors()) {
            return reject(mixed.report(), false);
        }
        Generation next = running.next(content, candidate, mixed);
        ConfigChange change = next.since(running);
        if (change.changes().isEmpty()) {
            generation = next.numbered(running.number());
            ReloadLog.warnings(added(running, next));
            return unchanged();
        }
        return apply(running, next, change);
    }

    /** The mix is checked again only if it is one. */
    private Candidate mix(Generation running, Candidate candidate) {
        Binding mixed = LiveMix.of(running.binding(), candidate.binding());
        boolean isCandidate = mixed.settings().equals(candidate.binding().settings())
                && mixed.records().keySet().equals(candidate.binding().records().keySet());
        return isCandidate ? new Candidate(environment, mixed, candidate.report()) : load.check(mixed, environment);
    }

    private ReloadResult apply(Generation running, Generation next, ConfigChange change) {
        requireOpen();
        Failure failure = participants.change(
                running.binding().records(),
                next.binding().records(),
                settings().participantTimeout(),
                new Swap() {
                    @Override
                    public void forth() {
                        put(next);
                    }

                    @Override
                    public void back() {
                        put(running);
                    }
                });
        if (failure != null && Thread.currentThread().isInterrupted()) {
            lastContent =
                    null; // the caller was interrupted, which says nothing against the content: the watcher tries again
        }
        if (failure != null) {
            return reject(reports.failed(failure, both(running.secrets(), next.secrets())), true);
        }
        applied.incrementAndGet();
        Applied result = new Applied(change);
        last = result;
        ReloadLog.warnings(added(running, next));
        ReloadLog.applied(change);
        listeners.publish(change);
        return result;
    }

    private void put(Generation next) {
        generation = next;
        live.put(next.binding().records());
    }

    private ReloadResult unchanged() {
        if (last instanceof Rejected) {
            ReloadLog.restored(generation.number());
        }
        Unchanged result = new Unchanged();
        last = result;
        return result;
    }

    /** The same reasons once more are neither counted nor said. */
    private ReloadResult reject(ConfigReport report, boolean byParticipant) {
        requireOpen();
        refusedByParticipant = byParticipant;
        Rejected result = new Rejected(report);
        if (!result.equals(last)) {
            last = result;
            rejected.incrementAndGet();
            ReloadLog.rejected(generation.number(), report);
        }
        return result;
    }

    /** What two readings in a row agree on, or {@code null} if none do. */
    private @Nullable Content stableContent() {
        Content before = read();
        for (int i = 1; i < MAX_READINGS; i++) {
            Content now = read();
            if (now.equals(before)) {
                return now;
            }
            before = now;
            pause();
        }
        return null;
    }

    private void pause() {
        try {
            closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private void undoFailed(Failure failure) {
        undoFailures.incrementAndGet();
        ReloadLog.undoFailed(failure, generation.secrets());
    }

    private void listenerFailed(Throwable failure) {
        ReloadLog.listenerFailed(failure, generation.secrets());
    }

    private static List<Problem> added(Generation before, Generation after) {
        return after.config().warnings().stream()
                .filter(problem -> !before.config().warnings().contains(problem))
                .toList();
    }
}
