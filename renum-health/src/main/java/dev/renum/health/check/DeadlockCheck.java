package dev.renum.health.check;

import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthCode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Tells whether threads of this JVM wait for each other's locks, and so for ever. Immutable.
 *
 * <p>Down if there are any, which are named with what they wait for. Sees monitors and the locks of {@code java.util.concurrent} that have an
 * owner, not semaphores, not latches, and no virtual threads. Stops all threads for the moment of the search, some milliseconds per thousand
 * threads. Only a restart cures a deadlock, so this check may be a {@link dev.renum.core.health.Probe#LIVENESS liveness probe}.
 */
public final class DeadlockCheck implements HealthCheck {
    private static final int SHOWN = 10;

    private DeadlockCheck() {}

    /** A check of this JVM's threads. */
    public static DeadlockCheck ofJvm() {
        return new DeadlockCheck();
    }

    @Override
    public HealthResult check() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] ids = threads.findDeadlockedThreads();
        return ids == null ? HealthResult.up() : judge(threads.getThreadInfo(ids));
    }

    /** Who has been interrupted and has ended meanwhile has no entry. */
    private static HealthResult judge(ThreadInfo[] found) {
        List<ThreadInfo> stuck = Arrays.stream(found).filter(Objects::nonNull).toList();
        return stuck.isEmpty() ? HealthResult.up() : down(stuck);
    }

    private static HealthResult down(List<ThreadInfo> stuck) {
        String names =
                stuck.stream().limit(SHOWN).map(ThreadInfo::getThreadName).collect(Collectors.joining(", "));
        String more = stuck.size() > SHOWN ? " and " + (stuck.size() - SHOWN) + " more" : "";
        HealthResult result = HealthResult.down(
                HealthCode.DEADLOCK.id(), stuck.size() + " threads wait for each other for ever: " + names + more);
        for (ThreadInfo thread : stuck.subList(0, Math.min(SHOWN, stuck.size()))) {
            result = result.withDetail(
                    thread.getThreadName(), "waits for " + thread.getLockName() + " of " + thread.getLockOwnerName());
        }
        return result;
    }
}
