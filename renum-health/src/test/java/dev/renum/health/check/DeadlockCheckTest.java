package dev.renum.health.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

final class DeadlockCheckTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ReentrantLock red = new ReentrantLock();
    private final ReentrantLock blue = new ReentrantLock();
    private final CountDownLatch bothHold = new CountDownLatch(2);

    @Test
    void namesThreadsThatWaitForEachOther() throws InterruptedException {
        Thread first = locking("deadlock-first", red, blue);
        Thread second = locking("deadlock-second", blue, red);
        DeadlockCheck check = DeadlockCheck.ofJvm();
        HealthResult before = check.check();

        first.start();
        second.start();
        await().atMost(LIMIT).until(() -> check.check().status() == HealthStatus.DOWN);
        HealthResult stuck = check.check();
        first.interrupt();
        second.interrupt();
        first.join(LIMIT.toMillis());
        second.join(LIMIT.toMillis());

        assertThat(before).isEqualTo(HealthResult.up());
        assertThat(stuck.code()).isEqualTo(HealthCode.DEADLOCK.id());
        assertThat(stuck.message()).contains("2 threads", "deadlock-first", "deadlock-second");
        assertThat(stuck.details().get("deadlock-first"))
                .contains("ReentrantLock")
                .endsWith(" of deadlock-second");
        assertThat(check.check()).isEqualTo(HealthResult.up());
    }

    private Thread locking(String name, ReentrantLock own, ReentrantLock other) {
        Thread thread = new Thread(() -> lock(own, other), name);
        thread.setDaemon(true);
        return thread;
    }

    private void lock(ReentrantLock own, ReentrantLock other) {
        own.lock();
        try {
            bothHold.countDown();
            bothHold.await();
            other.lockInterruptibly();
            other.unlock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            own.unlock();
        }
    }
}
