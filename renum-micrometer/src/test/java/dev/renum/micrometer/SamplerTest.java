package dev.renum.micrometer;

import static dev.renum.micrometer.Component.SIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class SamplerTest {
    private final FakeTicker ticker = new FakeTicker();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Test
    void measuresOnceForThreadsThatReadAtTheSameTime() throws Exception {
        Component component = Component.ofSize("users", 1);
        Sampler sampler = new Sampler(ticker, List.of(component), Duration.ofMinutes(1));
        CyclicBarrier start = new CyclicBarrier(8);

        List<FutureTask<Sampling>> readers = IntStream.range(0, 8)
                .mapToObj(i -> started(() -> {
                    start.await();
                    return sampler.read();
                }))
                .toList();

        for (FutureTask<Sampling> reader : readers) {
            assertThat(size(reader.get())).isEqualTo(1);
        }
        assertThat(component.measured()).isEqualTo(1);
    }

    @Test
    void givesUnknownFiguresWhileASourceHangsAndWaitsForThemOnceOnly() throws Exception {
        Component component = Component.ofSize("users", 1);
        Sampler sampler = new Sampler(ticker, List.of(component));
        sampler.read();
        hangs(component);
        ticker.advance(Duration.ofSeconds(1));
        FutureTask<Sampling> stuck = started(sampler::read);
        entered.await();

        Sampling first = sampler.read();
        Sampling second = sampler.read();

        assertThat(size(first)).isNaN();
        assertThat(second).as("neither waited for nor built again").isSameAs(first);
        released.countDown();
        assertThat(size(stuck.get())).isEqualTo(2);
        assertThat(size(sampler.read())).isEqualTo(2);
    }

    @Test
    void keepsTheInterruptOfAThreadThatWaits() throws Exception {
        Component component = Component.ofSize("users", 1);
        Sampler sampler = new Sampler(ticker, List.of(component));
        hangs(component);
        FutureTask<Sampling> stuck = started(sampler::read);
        entered.await();

        Thread.currentThread().interrupt();
        Sampling sampling = sampler.read();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(sampling.figures()).isEmpty();
        released.countDown();
        stuck.get();
    }

    @Test
    void measuresForAThreadThatIsInterrupted() {
        Sampler sampler = new Sampler(ticker, List.of(Component.ofSize("users", 1)));

        Thread.currentThread().interrupt();
        Sampling sampling = sampler.read();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(size(sampling)).isEqualTo(1);
    }

    @Test
    void givesTheFormerFiguresToASourceThatReadsThemWhileItIsMeasured() {
        Component component = Component.ofSize("users", 1);
        Sampler sampler = new Sampler(ticker, List.of(component));
        sampler.read();
        component.writes(sink -> sink.gauge(SIZE, size(sampler.read()) + 1, "cache", "users"));

        ticker.advance(Duration.ofSeconds(1));

        assertThat(size(sampler.read())).isEqualTo(2);
    }

    @Test
    void measuresASlowSourceOnceAllTheSame() {
        Component component = new Component(sink -> {
            ticker.advance(Duration.ofSeconds(5));
            sink.gauge(SIZE, 1, "cache", "users");
        });
        Sampler sampler = new Sampler(ticker, List.of(component));

        sampler.read();
        sampler.read();

        assertThat(component.measured()).isEqualTo(1);
    }

    @Test
    void letsErrorsOfTheVmPassAndGoesOn() {
        Component component = new Component(sink -> {
            throw new OutOfMemoryError("planted");
        });
        Sampler sampler = new Sampler(ticker, List.of(component));

        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(sampler::read);

        component.writes(sink -> sink.gauge(SIZE, 1, "cache", "users"));
        assertThat(size(sampler.read())).isEqualTo(1);
    }

    private void hangs(Component component) {
        component.writes(sink -> {
            entered.countDown();
            await(released);
            sink.gauge(SIZE, 2, "cache", "users");
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private static FutureTask<Sampling> started(Callable<Sampling> reader) {
        FutureTask<Sampling> task = new FutureTask<>(reader);
        Thread thread = new Thread(task, "reader");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static double size(Sampling sampling) {
        return sampling.figures().stream()
                .filter(figure -> figure.name().equals("cache.size"))
                .mapToDouble(figure -> sampling.of(figure).value())
                .findFirst()
                .orElseThrow();
    }
}
