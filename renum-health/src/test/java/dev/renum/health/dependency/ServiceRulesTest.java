package dev.renum.health.dependency;

import static dev.renum.health.dependency.Validations.finding;
import static dev.renum.health.dependency.Validations.monitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthMonitor;
import dev.renum.health.dependency.DependencyInfo.Kind;
import dev.renum.health.dependency.DependencyInfo.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class ServiceRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18.6 (Debian 18.6-1.pgdg12+1) | [15,19)      | 18.6    | PRESENT",
                "19beta1                       | [15,19)      | 19beta1 | OUT_OF_RANGE",
                "5.5.5-10.11.8-MariaDB         | [10.6,12)    | 10.11.8 | PRESENT",
                "7.0.15                        | [6.2,8)      | 7.0.15  | PRESENT",
                "nginx/1.25.3                  | [1.26,)      | 1.25.3  | OUT_OF_RANGE",
                "seventeen                     | [15,19)      |         | UNKNOWN",
            })
    void comparesWhatAServerSays(String told, String range, @Nullable String version, State state) {
        try (HealthMonitor health =
                        monitor(CheckSpec.of("db", () -> HealthResult.up().withVersion(told)));
                DependencyValidator validator =
                        DependencyValidator.builder(health).service("db", range).build()) {
            assertThat(services(validator.validateAllDependencies()))
                    .extracting(DependencyInfo::version, DependencyInfo::state)
                    .containsExactly(tuple(version, state));
        }
    }

    @Test
    void namesTheCodeOfACheckThatFails() {
        HealthCheck broken = () -> HealthResult.down("SHOP-001", "password=hunter2hunter2 is wrong");
        try (HealthMonitor health = monitor(CheckSpec.of("db", broken));
                DependencyValidator validator = DependencyValidator.builder(health)
                        .service("db", "[15,19)")
                        .build()) {
            ValidationReport report = validator.validateAllDependencies();

            Finding finding = finding(report, "RNM-HLT-111");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).contains("is DOWN").doesNotContain("hunter2");
            assertThat(finding.cure()).isEqualTo("see SHOP-001");
            assertThat(report.missingDependencies())
                    .extracting(DependencyInfo::state)
                    .contains(State.UNREACHABLE);
        }
    }

    @Test
    void judgesMildlyWhatIsOptional() {
        try (HealthMonitor health = monitor(
                        CheckSpec.of("down", () -> HealthResult.down("A-1", "is down")),
                        CheckSpec.of("old", () -> HealthResult.up().withVersion("1")));
                DependencyValidator validator = DependencyValidator.builder(health)
                        .optionalService("down", "[1,)")
                        .optionalService("old", "[2,)")
                        .optionalService("absent", "[1,)")
                        .build()) {
            ValidationReport report = validator.validateAllDependencies();

            assertThat(finding(report, "RNM-HLT-111").severity()).isEqualTo(Severity.WARNING);
            assertThat(finding(report, "RNM-HLT-112").severity()).isEqualTo(Severity.WARNING);
            assertThat(services(report)).extracting(DependencyInfo::name).containsExactly("down", "old");
        }
    }

    @Test
    void findsAServiceThatNoCheckWatches() {
        try (HealthMonitor health = monitor(CheckSpec.of("database", HealthResult::up));
                DependencyValidator validator = DependencyValidator.builder(health)
                        .service("db", "[15,19)")
                        .build()) {
            ValidationReport report = validator.validateAllDependencies();

            assertThat(finding(report, "RNM-HLT-110").message()).contains("[database]");
            assertThat(services(report)).extracting(DependencyInfo::state).containsExactly(State.MISSING);
        }
    }

    @Test
    void saysWhereACheckTellsNoVersion() {
        try (HealthMonitor health = monitor(CheckSpec.of("db", HealthResult::up));
                DependencyValidator validator = DependencyValidator.builder(health)
                        .service("db", "[15,19)")
                        .build()) {
            assertThat(finding(validator.validateAllDependencies(), "RNM-HLT-113")
                            .message())
                    .contains("does not tell its version");
        }
    }

    @Test
    void asksNothingOfACheckThatIsSwitchedOff() {
        try (HealthMonitor health = monitor(CheckSpec.of("db", () -> HealthResult.disabled("is off")));
                DependencyValidator validator = DependencyValidator.builder(health)
                        .service("db", "[15,19)")
                        .build()) {
            assertThat(validator.validateAllDependencies().recommendations())
                    .extracting(Finding::subject)
                    .doesNotContain("db");
        }
    }

    @Test
    void seesAChangeWithoutLookingAtLibrariesAgain() {
        HealthResult[] result = {HealthResult.up().withVersion("18.6")};
        try (HealthMonitor health = monitor(CheckSpec.of("db", () -> result[0]));
                DependencyValidator validator = DependencyValidator.builder(health)
                        .service("db", "[15,19)")
                        .build()) {
            ValidationReport before = validator.validateAllDependencies();
            result[0] = HealthResult.down("SHOP-001", "is away");
            health.refresh(Duration.ofSeconds(10));
            ValidationReport after = validator.latest();

            assertThat(services(before)).extracting(DependencyInfo::state).containsExactly(State.PRESENT);
            assertThat(services(after)).extracting(DependencyInfo::state).containsExactly(State.UNREACHABLE);
        }
    }

    @Test
    void doesNotWaitForACheckThatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        HealthCheck hanging = () -> {
            never.await();
            return HealthResult.up();
        };
        try (HealthMonitor health = monitor(CheckSpec.of("db", hanging).timeout(Duration.ofSeconds(50)));
                DependencyValidator validator = DependencyValidator.builder(health)
                        .service("db", "[15,19)")
                        .limit(Duration.ofSeconds(4))
                        .build()) {
            validator.validateAllDependencies();
            ValidationReport report = awaitSeen(validator);

            assertThat(services(report)).extracting(DependencyInfo::state).containsExactly(State.UNKNOWN);
            assertThat(finding(report, "RNM-HLT-114").severity()).isEqualTo(Severity.WARNING);
        }
    }

    @Test
    void knowsNothingFromAMonitorThatIsClosed() {
        HealthMonitor health =
                monitor(CheckSpec.of("db", () -> HealthResult.up().withVersion("18.6")));
        try (DependencyValidator validator =
                DependencyValidator.builder(health).service("db", "[15,19)").build()) {
            validator.validateAllDependencies();
            health.close();

            assertThat(services(validator.validateAllDependencies()))
                    .extracting(DependencyInfo::state)
                    .containsExactly(State.UNKNOWN);
        }
    }

    private static ValidationReport awaitSeen(DependencyValidator validator) {
        await().until(() -> validator.latest().status() != ValidationStatus.PENDING);
        return validator.latest();
    }

    private static List<DependencyInfo> services(ValidationReport report) {
        return report.all().stream().filter(one -> one.kind() == Kind.SERVICE).toList();
    }
}
