package dev.renum.health.check;

import dev.renum.core.Deadline;
import dev.renum.health.HealthCode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of names within a limit that a stuck resolver cannot break.
 *
 * <p>The resolver of the operating system heeds neither interrupts nor limits, so it is asked on a daemon thread, one for each question. While that
 * one is stuck, nothing else is asked, so that there is never a second one. Safe for use by many threads.
 */
final class NameResolver {
    private final Lookup lookup;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Question open;

    private NameResolver(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Asks whoever knows; may block for as long as it likes. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    private record Question(String name, FutureTask<List<InetAddress>> answer) {}

    /** Asks as the JVM does, which remembers an answer for 30 s and a failure for 10 s unless it is told otherwise. */
    static NameResolver system() {
        return asking(InetAddress::getAllByName);
    }

    static NameResolver asking(Lookup lookup) {
        return new NameResolver(lookup);
    }

    /** The addresses of {@code name}, at least one. */
    List<InetAddress> resolve(String name, Deadline deadline) throws ProbeFailure, InterruptedException {
        Question question = ask(name);
        if (!question.name().equals(name)) {
            throw tooLate(name, ": the resolver still owes an answer about " + question.name());
        }
        try {
            return question.answer().get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw tooLate(name, "");
        } catch (ExecutionException e) {
            throw new ProbeFailure(HealthCode.NAME_UNKNOWN, "the name " + name + " has no address: " + e.getCause());
        }
    }

    private static ProbeFailure tooLate(String name, String why) {
        return new ProbeFailure(
                HealthCode.NAME_TIMEOUT, "the addresses of " + name + " have not come within the limit" + why);
    }

    /** The question that is open, or a new one about {@code name}. */
    private Question ask(String name) {
        lock.lock();
        try {
            Question current = open;
            if (current != null && !current.answer().isDone()) {
                return current;
            }
            Question next = new Question(name, new FutureTask<>(() -> List.of(lookup.addresses(name))));
            start(next.answer());
            open = next;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private static void start(FutureTask<?> task) {
        Thread thread = new Thread(task, "renum-health-resolver");
        thread.setDaemon(true);
        thread.start();
    }
}
