package dev.renum.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.ConfigLayer;
import dev.renum.config.ConfigValidator;
import dev.renum.config.EnvironmentConfigManager;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Problem;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MonitoringRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0"})
    void findAnAddressThatIsEveryNetwork(String address) {
        MonitoringSettings settings =
                MonitoringSettings.builder().address(address).build();

        assertThat(check(settings, Environment.PROD)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("SEC-012");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.subject()).isEqualTo("address");
            assertThat(finding.message()).contains(address);
        });
        assertThat(check(settings, Environment.DEV))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "10.1.2.3", "fd00::1", "monitoring.internal"})
    void areSilentAboutOneNetwork(String address) {
        MonitoringSettings settings =
                MonitoringSettings.builder().address(address).build();

        assertThat(check(settings, Environment.PROD)).isEmpty();
    }

    @Test
    void areSilentIfNothingListens() {
        MonitoringSettings settings =
                MonitoringSettings.builder().enabled(false).address("0.0.0.0").build();

        assertThat(check(settings, Environment.PROD)).isEmpty();
    }

    @Test
    void areSilencedByAWaiver() {
        EnvironmentConfigManager.Builder builder = EnvironmentConfigManager.builder()
                .sections(MonitoringSettings.class)
                .source(new ConfigLayer("test", Map.of("renum.monitoring.address", "0.0.0.0")));

        ConfigReport without = production(builder);
        ConfigReport with =
                production(builder.waive("SEC-012", "renum.monitoring.address", "a network of its own", LocalDate.MAX));

        assertThat(without.hasErrors()).isTrue();
        assertThat(codes(without.problems())).containsExactly("SEC-012");
        assertThat(with.problems()).isEmpty();
        assertThat(with.waived()).singleElement().satisfies(waived -> {
            assertThat(waived.problem()).isEqualTo(without.problems().get(0));
            assertThat(waived.reason()).isEqualTo("a network of its own");
        });
    }

    /** What is found in production, whatever this process has for variables. */
    private static ConfigReport production(EnvironmentConfigManager.Builder builder) {
        return ConfigValidator.of(builder)
                .validateAll(Environment.PROD)
                .values()
                .iterator()
                .next()
                .report();
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(problem -> problem.finding().code()).toList();
    }

    private static List<Finding> check(MonitoringSettings settings, Environment environment) {
        return new MonitoringRules().check(settings, environment);
    }
}
