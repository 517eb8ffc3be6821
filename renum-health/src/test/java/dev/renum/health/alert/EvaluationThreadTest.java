package dev.renum.health.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Deadline;
import dev.renum.core.Ticker;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;

final class EvaluationThreadTest {
    static Throwable[] failures() {
        return new Throwable[] {
            new IllegalStateException("x"),
            new StackOverflowError("x"),
            new OutOfMemoryError("x"),
            new LinkageError("x"),
            new Throwable("x"),
            new Unreadable()
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void goesOnWhateverAPassAndTheLogThrow(Throwable failure) throws InterruptedException {
        AtomicInteger passes = new AtomicInteger();
        Runnable pass = () -> {
            if (passes.incrementAndGet() < 3) {
                sneak(failure);
            }
        };
        EvaluationThread thread = new EvaluationThread(pass, Duration.ofMillis(1), Ticker.system(), failingLog());

        thread.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> passes.get() > 3 && thread.failure() == null);
        thread.close(Deadline.after(Duration.ofSeconds(5)));

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(other -> other.getName().equals("renum-health-alerts"));
    }

    /** What a careless library may throw. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no words");
        }
    }

    private static AlertLog failingLog() {
        return new AlertLog((Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("the log is full");
                }));
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void sneak(Throwable failure) throws X {
        throw (X) failure;
    }
}
