package dev.renum.config;

import dev.renum.config.reload.Notifications;
import dev.renum.config.reload.Watcher;
import dev.renum.config.report.ReloadResult;
import dev.renum.config.report.ReloadResult.Rejected;
import dev.renum.config.report.ReloadResult.Unchanged;
import dev.renum.config.source.Places;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Deadline;
import dev.renum.core.Environment;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Who may reload, and until when: one at a time, by hand or by the watcher, until it is closed. {@code docs/decisions.md} has the states and what is
 * guaranteed.
 *
 * <p>Whoever reloads holds the lock, also while participants are at work on threads of their own.
 */
final class Reloading {
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(900);

    private final ContentReader reader;
    private final ReloadReports reports;
    private final Generations generations;
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Watcher.Handle watcher = deadline -> {};

    private Reloading(ConfigLoad load, ProcessValues process) {
        Environment environment = load.setup().environment(process);
        this.reader = new ContentReader(load, environment, closed);
        this.reports = new ReloadReports(load.setup(), environment);
        this.generations =
                new Generations(new Succession(load, environment), reports, reader.read(process), this::requireOpen);
    }

    /**
     * Reads the configuration of the start, in the environment that {@code process} decides, and looks after its files if it shall.
     *
     * @throws ConfigurationException if it has errors
     */
    static Reloading start(ConfigLoad load, ProcessValues process, Supplier<Notifications> notifications) {
        ConfigSetup setup = load.setup();
        Reloading reloading = new Reloading(load, process);
        if (setup.watch() && reloading.watches(setup.places())) {
            reloading.watcher =
                    Watcher.start(new WatchedSources(setup.places(), reloading), notifications, setup.ticker());
        }
        return reloading;
    }

    private boolean watches(Places places) {
        ConfigSettings settings = generations.settings();
        boolean hasDirectory = places.directory() != null || places.secretsDirectory() != null;
        return hasDirectory && settings.enabled() && settings.watch();
    }

    /** The one in force, and who has to do with the next. */
    Generations generations() {
        return generations;
    }

    /** Reads everything once. */
    Content read() {
        return reader.read();
    }

    /**
     * Reads everything again and puts it in force, or says why not. What a participant has refused before is tried again.
     *
     * @throws IllegalStateException if it is closed, before or meanwhile, or a participant, a rule or a record calls it
     */
    ReloadResult reload() {
        if (generations.participants().isInside()) {
            throw new IllegalStateException("a participant called reload(), which waits for that participant: call it"
                    + " from another thread, without waiting for it");
        }
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "a rule or a record called reload(), which is what runs it: take the call out");
        }
        requireOpen();
        return generations.settings().enabled()
                ? locked(() -> generations.follow(reader.readStable(), true))
                : new Rejected(reports.disabled());
    }

    /**
     * The same for the watcher, if there is still what it has seen: else the first part of the next change could count, or an older content
     * than that which somebody has loaded meanwhile. It does not insist, and its thread is about to end if this is closed.
     */
    void reload(Content seen) {
        try {
            locked(() -> follow(seen));
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
        generations.participants().cancel();
        Deadline deadline = Deadline.after(CLOSE_LIMIT);
        watcher.close(deadline);
        awaitReload(deadline);
        generations.participants().close(deadline);
        generations.listeners().close(deadline);
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

    /** Whatever fails on the way, such as a record's own {@code equals}, is a rejection. */
    private ReloadResult guarded(Supplier<ReloadResult> attempt) {
        try {
            return attempt.get();
        } catch (ClosedException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return generations.broken(e);
        }
    }

    /** What is overtaken is nothing that anybody waits for. */
    private ReloadResult follow(Content seen) {
        Content content = reader.readStable();
        return content == null || content.equals(seen) ? generations.follow(content, false) : new Unchanged();
    }

    /** There is nothing to reload any more. */
    private static final class ClosedException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        ClosedException() {
            super("the configuration is closed: nothing can be reloaded any more");
        }
    }
}
