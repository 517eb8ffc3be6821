package dev.renum.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.core.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MonitoringSettingsTest {
    @Test
    void buildsWhatIsAskedFor() {
        MonitoringSettings settings = MonitoringSettings.builder()
                .enabled(false)
                .address("::1")
                .port(0)
                .token(Secret.of("0123456789012345678901"))
                .randomToken(true)
                .healthPath("/probes")
                .apiPath("/ops/v1")
                .build();

        assertThat(settings)
                .hasToString("MonitoringSettings[enabled=false, address=::1, port=0, tokens=[****], randomToken=true,"
                        + " healthPath=/probes, apiPath=/ops/v1]");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void refusesWhatIsNoPort(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonitoringSettings.builder().port(port).build())
                .withMessageContaining("renum.monitoring.port " + port);
    }

    @Test
    void refusesATokenThatCanBeGuessedWithoutShowingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        MonitoringSettings.builder().token(Secret.of("hunter2")).build())
                .withMessageContaining("22")
                .withMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "health", "/", "/health/", "/a b", "/{id}"})
    void refusesWhatIsNoPath(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonitoringSettings.builder().healthPath(path).build())
                .withMessageContaining("'" + path + "'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonitoringSettings.builder().apiPath(path).build())
                .withMessageContaining("api-path");
    }

    @Test
    void refusesAnEmptyAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonitoringSettings.builder().address(" ").build())
                .withMessageContaining("renum.monitoring.address");
    }
}
