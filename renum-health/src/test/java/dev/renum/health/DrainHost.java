package dev.renum.health;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A host in a JVM of its own: opens a drain, waits, tells what it sees. */
final class DrainHost {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private DrainHost() {}

    /**
     * Arguments: announce and limit in milliseconds, requests in flight, and where to hang: {@code await}, {@code watched}, {@code late},
     * {@code start-up} or {@code nothing}; {@code again} waits too, and has a handler of SIGTERM that opens another drain.
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments[3].equals("again")) {
            handleTermination(DrainHost::openAnother);
        }
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
            case "await", "again" -> drain.await(health);
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

    /** By reflection, as the compiler warns of the use of signals. */
    private static void handleTermination(Runnable action) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> type = Class.forName("sun.misc.SignalHandler");
        Object handler =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, signals) -> {
                    action.run();
                    return null;
                });
        signal.getMethod("handle", signal, type)
                .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), handler);
    }

    private static void openAnother() {
        try {
            Drain.onTermination();
            say("another is open");
        } catch (IllegalStateException e) {
            say("another is refused");
        }
        System.exit(0);
    }

    private static void sayOnceItIsNotReady(HealthMonitor health) {
        while (health.snapshot().isReady()) {
            Thread.onSpinWait();
        }
        say("draining");
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
