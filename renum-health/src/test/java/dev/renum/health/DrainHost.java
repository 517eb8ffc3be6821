package dev.renum.health;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A host in a JVM of its own: opens a drain, waits, tells what it sees. */
final class DrainHost {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private DrainHost() {}

    /** Arguments: announce and limit in milliseconds, requests in flight, and where to hang: {@code await}, {@code watched}, {@code late}, {@code start-up} or {@code nothing}. */
    public static void main(String[] arguments) throws Exception {
        HealthSettings settings = HealthSettings.builder()
                .drainAnnounce(Duration.ofMillis(Long.parseLong(arguments[0])))
                .drainLimit(Duration.ofMillis(Long.parseLong(arguments[1])))
                .build();
        try (Drain drain = Drain.onTermination();
                HealthMonitor health = HealthMonitor.builder(settings)
                        .check(CheckSpec.of("a", HealthResult::up)
                                .timeout(LIMIT)
                                .required())
                        .build()) {
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                health.requests().begin();
            }
            health.refresh(LIMIT);
            say("ready " + health.snapshot().isReady());
            hang(arguments[3], drain, health);
            say("drained, ready " + health.snapshot().isReady() + ", alive "
                    + health.snapshot().isAlive() + ", "
                    + health.snapshot().rootCauses().stream()
                            .map(CheckState::code)
                            .toList());
        }
        say("closed");
    }

    private static void hang(String where, Drain drain, HealthMonitor health) throws Exception {
        switch (where) {
            case "await" -> drain.await(health);
            case "watched" -> {
                Thread watch = new Thread(() -> sayOnceItIsNotReady(health));
                watch.start();
                drain.await(health);
                watch.join();
            }
            case "late" -> {
                System.in.read();
                drain.await(health);
            }
            case "start-up" -> new CountDownLatch(1).await();
            default -> say("nothing to wait for");
        }
    }

    private static void sayOnceItIsNotReady(HealthMonitor health) {
        while (health.snapshot().isReady()) {
            Thread.yield();
        }
        say("draining");
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
