package dev.renum.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import java.util.List;
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
        assertThat(check(settings, Environment.DEV)).extracting(Finding::severity).containsExactly(Severity.WARNING);
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

    private static List<Finding> check(MonitoringSettings settings, Environment environment) {
        return new MonitoringRules().check(settings, environment);
    }
}
