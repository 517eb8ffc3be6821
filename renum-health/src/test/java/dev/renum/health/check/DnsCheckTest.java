package dev.renum.health.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthCode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class DnsCheckTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger questions = new AtomicInteger();

    @AfterEach
    void release() {
        released.countDown();
    }

    @Test
    void findsANameThatEveryMachineKnows() throws InterruptedException {
        HealthResult result = DnsCheck.of("localhost").limit(PATIENT).check();

        assertThat(result.status()).isEqualTo(HealthStatus.UP);
        assertThat(result.details().get("localhost")).matches(".*(127\\.0\\.0\\.1|0:0:0:0:0:0:0:1).*");
    }

    @Test
    void isDownIfANameHasNoAddress() throws InterruptedException {
        HealthResult result =
                DnsCheck.asking(resolver(), "db.internal", "gone.internal").check();

        assertThat(result.status()).isEqualTo(HealthStatus.DOWN);
        assertThat(result.code()).isEqualTo(HealthCode.NAME_UNKNOWN.id());
        assertThat(result.message()).contains("gone.internal");
    }

    @Test
    void isDegradedIfANameHasFewerAddressesThanItShould() throws InterruptedException {
        DnsCheck check =
                DnsCheck.asking(resolver(), "db.internal", "web.internal").limit(PATIENT);

        HealthResult enough = check.minimum(2).check();
        HealthResult few = check.minimum(3).check();

        assertThat(enough.status()).isEqualTo(HealthStatus.UP);
        assertThat(enough.details())
                .containsEntry("db.internal", "10.0.0.1, 10.0.0.1")
                .containsEntry("web.internal", String.join(", ", Collections.nCopies(8, "10.0.0.1")) + " and 1 more");
        assertThat(few.status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(few.code()).isEqualTo(HealthCode.FEW_ADDRESSES.id());
        assertThat(few.message()).isEqualTo("fewer addresses than 3: db.internal has 2");
    }

    @Test
    void isDownInTimeThoughTheResolverIsStuckAndAsksOnlyOnce() throws InterruptedException {
        DnsCheck check =
                DnsCheck.asking(resolver(), "stuck.internal", "db.internal").limit(SHORT);
        long begun = System.nanoTime();

        HealthResult first = check.check();
        HealthResult second = check.check();
        Duration spent = Duration.ofNanos(System.nanoTime() - begun);
        released.countDown();

        assertThat(first.code()).isEqualTo(HealthCode.NAME_TIMEOUT.id());
        assertThat(second.code()).isEqualTo(HealthCode.NAME_TIMEOUT.id());
        assertThat(spent).isLessThan(Duration.ofSeconds(10));
        assertThat(questions).hasValue(1);
        await().atMost(PATIENT).until(() -> check.limit(PATIENT).check().status() == HealthStatus.UP);
    }

    @Test
    void asksNothingElseWhileTheResolverIsStuck() throws InterruptedException {
        NameResolver resolver = resolver();
        DnsCheck.asking(resolver, "stuck.internal").limit(SHORT).check();

        HealthResult other =
                DnsCheck.asking(resolver, "db.internal").limit(PATIENT).check();

        assertThat(other.code()).isEqualTo(HealthCode.NAME_TIMEOUT.id());
        assertThat(other.message()).endsWith("the resolver still owes an answer about stuck.internal");
        assertThat(questions).hasValue(1);
    }

    @Test
    void endsByAnInterruptAndLeavesTheResolverAlone() {
        DnsCheck check = DnsCheck.asking(resolver(), "stuck.internal").limit(PATIENT);

        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(check::check);
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatIllegalArgumentException().isThrownBy(DnsCheck::of);
        assertThatIllegalArgumentException().isThrownBy(() -> DnsCheck.of(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DnsCheck.of(Collections.nCopies(51, "a").toArray(new String[0])));
        assertThatIllegalArgumentException().isThrownBy(() -> DnsCheck.of("a").minimum(0));
        assertThatIllegalArgumentException().isThrownBy(() -> DnsCheck.of("a").minimum(101));
        assertThatIllegalArgumentException().isThrownBy(() -> DnsCheck.of("a").limit(Duration.ZERO));
    }

    private NameResolver resolver() {
        return NameResolver.asking(name -> {
            questions.incrementAndGet();
            return switch (name) {
                case "gone.internal" -> throw new UnknownHostException(name);
                case "web.internal" -> addresses(9);
                case "stuck.internal" -> {
                    awaitRelease();
                    yield addresses(1);
                }
                default -> addresses(2);
            };
        });
    }

    /** As a resolver of the system does: no interrupt ends it. */
    private void awaitRelease() {
        while (released.getCount() > 0) {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static InetAddress[] addresses(int count) throws UnknownHostException {
        InetAddress one = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
        return Collections.nCopies(count, one).toArray(new InetAddress[0]);
    }
}
