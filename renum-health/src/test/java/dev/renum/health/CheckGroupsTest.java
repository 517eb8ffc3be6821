package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckGroupsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HealthSettings SETTINGS = HealthSettings.builder().build();

    @ParameterizedTest
    @CsvSource({
        "UP, UP, UP",
        "UP, DEGRADED, DEGRADED",
        "DEGRADED, UNKNOWN, UNKNOWN",
        "UNKNOWN, OUT_OF_SERVICE, OUT_OF_SERVICE",
        "OUT_OF_SERVICE, DOWN, DOWN",
        "DISABLED, UP, UP",
        "DISABLED, DISABLED, DISABLED"
    })
    void areAsBadAsTheirWorstCheckAlsoIfThatIsOptional(HealthStatus one, HealthStatus other, HealthStatus group) {
        try (HealthMonitor health = HealthMonitor.builder(SETTINGS)
                .check(check("bank", one))
                .check(check("mail", other))
                .group("payments", "bank", "mail")
                .build()) {
            HealthSnapshot snapshot = health.refresh(LIMIT);

            assertThat(snapshot.group("payments").status()).isEqualTo(group);
            assertThat(snapshot.group("payments").checks())
                    .extracting(CheckState::name)
                    .containsExactly("bank", "mail");
            assertThat(snapshot.isReady()).isTrue();
        }
    }

    @Test
    void leaveWhatDoesNotBelongToThemAlone() {
        try (HealthMonitor health = HealthMonitor.builder(SETTINGS)
                .check(check("bank", HealthStatus.UP))
                .check(check("stock", HealthStatus.DOWN).required())
                .group("payments", "bank")
                .group("orders", "stock", "bank")
                .build()) {
            HealthSnapshot snapshot = health.refresh(LIMIT);

            assertThat(snapshot.status()).isEqualTo(HealthStatus.DOWN);
            assertThat(snapshot.group("payments").status()).isEqualTo(HealthStatus.UP);
            assertThat(snapshot.group("orders").status()).isEqualTo(HealthStatus.DOWN);
            assertThat(snapshot.groups().keySet()).containsExactly("payments", "orders");
            assertThat(health.generateHealthDashboard().snapshot().groups()).containsKey("orders");
            assertThat(Figures.of(health)).containsEntry("renum.health.group.status", 1.0 + 5.0);
        }
    }

    @Test
    void nameTheRootCauseAlsoIfItDoesNotBelongToThem() {
        try (HealthMonitor health = HealthMonitor.builder(SETTINGS)
                .check(check("network", HealthStatus.DOWN))
                .check(check("bank", HealthStatus.DOWN).dependsOn("network"))
                .check(check("mail", HealthStatus.DOWN).dependsOn("network"))
                .check(check("ledger", HealthStatus.DOWN))
                .group("payments", "bank", "mail", "ledger")
                .build()) {
            HealthSnapshot snapshot = health.refresh(LIMIT);

            assertThat(snapshot.group("payments").rootCauses())
                    .extracting(CheckState::name)
                    .containsExactly("network", "ledger");
        }
    }

    @Test
    void areUnknownOnceTheMonitorIsClosed() {
        HealthMonitor health = HealthMonitor.builder(SETTINGS)
                .check(check("bank", HealthStatus.UP))
                .group("payments", "bank")
                .build();
        health.refresh(LIMIT);

        health.close();

        assertThat(health.snapshot().group("payments").status()).isEqualTo(HealthStatus.UNKNOWN);
        assertThat(health.snapshot().group("payments").checks())
                .extracting(CheckState::code)
                .containsExactly(HealthCode.STALE.id());
    }

    @Test
    void areThereAndSwitchedOffWhereTheMonitorIs() {
        try (HealthMonitor health = HealthMonitor.builder(
                        HealthSettings.builder().enabled(false).build())
                .check(check("bank", HealthStatus.UP))
                .group("payments", "bank")
                .build()) {
            assertThat(health.snapshot().group("payments"))
                    .isEqualTo(new HealthGroup("payments", HealthStatus.DISABLED, List.of(), List.of()));
        }
    }

    @Test
    void refuseACheckThatIsNotThereAndSuggestWhatWasMeant() {
        HealthMonitor.Builder builder = HealthMonitor.builder(SETTINGS)
                .check(check("bank", HealthStatus.UP))
                .check(check("mail", HealthStatus.UP))
                .group("payments", "bamk");

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage(
                        "group 'payments' has 'bamk', which is no check: did you mean 'bank'? there are bank, mail");
    }

    @Test
    void suggestTheNameThatWasMeant() {
        HealthSnapshot snapshot = new HealthSnapshot(
                HealthStatus.UP,
                Map.of(),
                CheckGroups.NONE.with("payments", "bank").in(Map.of()),
                new HealthScore(100, 100, List.of()),
                Instant.EPOCH,
                false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> snapshot.group("payment"))
                .withMessage("there is no group 'payment': did you mean 'payments'? there are payments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "-a"})
    void haveNamesThatFitIntoAUrl(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckGroups.NONE.with(name, "bank"))
                .withMessageContaining("'" + name + "'");
    }

    @Test
    void haveAtLeastOneCheckAndANameOfTheirOwn() {
        CheckGroups groups = CheckGroups.NONE.with("payments", "bank");

        assertThatIllegalArgumentException().isThrownBy(() -> groups.with("empty"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> groups.with("payments", "mail"))
                .withMessageContaining("already a group 'payments'");
    }

    @Test
    void areReadWithoutAllocating() {
        try (HealthMonitor health = HealthMonitor.builder(SETTINGS)
                .check(check("bank", HealthStatus.UP))
                .group("payments", "bank")
                .build()) {
            health.refresh(LIMIT);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            int up = read(health, 20_000);

            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            up += read(health, 10_000);
            long allocated =
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

            assertThat(up).isEqualTo(30_000);
            assertThat(allocated / 10_000).isZero();
        }
    }

    private static int read(HealthMonitor health, int times) {
        int up = 0;
        for (int i = 0; i < times; i++) {
            up += health.snapshot().group("payments").status() == HealthStatus.UP ? 1 : 0;
        }
        return up;
    }

    private static CheckSpec check(String name, HealthStatus status) {
        return CheckSpec.of(name, () -> new HealthResult(status, "X-1", "said so", Map.of(), null))
                .timeout(LIMIT);
    }
}
