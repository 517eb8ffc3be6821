package dev.renum.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void ordersSeveritiesFromHarmlessToCritical() {
        assertThat(Severity.values())
                .containsExactly(Severity.INFO, Severity.WARNING, Severity.ERROR, Severity.CRITICAL)
                .isSorted();
    }

    @Test
    void takesTheSeverityOfTheCode() {
        FindingCode code = new FindingCode() {
            @Override
            public String id() {
                return "RNM-TST-001";
            }

            @Override
            public Severity severity() {
                return Severity.ERROR;
            }
        };

        Finding finding = Finding.of(code, "port", "is taken", null);

        assertThat(finding).isEqualTo(new Finding("RNM-TST-001", Severity.ERROR, "port", "is taken", null));
        assertThat(finding.withSeverity(Severity.INFO).severity()).isEqualTo(Severity.INFO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Prod", "1", "-a", "a b", "a_b"})
    void refusesNamesThatAreNoEnvironment(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Environment(name, Environment.Kind.TEST))
                .withMessageContaining("'" + name + "'");
    }

    @Test
    void knowsProductionByItsKind() {
        Environment homolog = new Environment("homolog", Environment.Kind.PRODUCTION);

        assertThat(homolog.isProduction()).isTrue();
        assertThat(Environment.DEV.isProduction()).isFalse();
    }

    @Test
    void expiresAcrossTheOverflowOfTheTicker() {
        Deadline deadline = Deadline.after(Duration.ofNanos(10), now::get);

        now.addAndGet(9);
        boolean before = deadline.isExpired();
        Duration remaining = deadline.remaining();
        now.addAndGet(1);

        assertThat(before).isFalse();
        assertThat(remaining).isEqualTo(Duration.ofNanos(1));
        assertThat(deadline.isExpired()).isTrue();
        assertThat(deadline.remaining()).isZero();
        assertThat(deadline).hasToString("Deadline[remaining=PT0S]");
    }

    @Test
    void cutsALimitBeyondTheTicker() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(deadline.isExpired()).isFalse();
        assertThat(deadline.remaining()).isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void refusesANegativeLimit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deadline.after(Duration.ofMillis(-1)))
                .withMessageContaining("PT-0.001S");
    }

    @Test
    void doublesTheBoundUpToTheMaximum() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

        assertThat(backoff.bound(1)).hasMillis(100);
        assertThat(backoff.bound(4)).hasMillis(800);
        assertThat(backoff.bound(5)).hasSeconds(1);
        assertThat(backoff.bound(Integer.MAX_VALUE)).hasSeconds(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void spreadsDelaysOverTheWholeBound(long seed) {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);

        long below = 0;
        for (int i = 0; i < 1000; i++) {
            Duration delay = backoff.delay(3, random);
            assertThat(delay).isBetween(Duration.ZERO, Duration.ofMillis(400));
            below += delay.toMillis() < 200 ? 1 : 0;
        }

        assertThat(below).isBetween(400L, 600L);
    }

    @Test
    void refusesABackoffThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
                .withMessageContaining("PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)).bound(0))
                .withMessageContaining("attempt 0");
    }

    @Test
    void observesWithATraceThroughTheShortForm() {
        StringBuilder seen = new StringBuilder();
        RequestObserver observer = new RequestObserver() {
            @Override
            public long begin() {
                return 7;
            }

            @Override
            public void end(long begun, String method, @Nullable String routeTemplate, int status) {
                seen.append(begun).append(method).append(routeTemplate).append(status);
            }
        };

        observer.end(observer.begin(), "GET", "/a", 200, "trace");

        assertThat(seen).hasToString("7GET/a200");
    }
}
