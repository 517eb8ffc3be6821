package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.OptimizationReport;
import dev.renum.config.report.SettingDescription;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys by which this module finds its own settings are those that its records declare. */
final class OwnKeysTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                ConfigSettings.ENABLED,
                ConfigSettings.DIRECTORY,
                ConfigSettings.SECRETS_DIRECTORY,
                OptimizationReport.SWITCH
            })
    void areThoseOfTheReference(String key) {
        assertThat(EnvironmentConfigManager.builder().checks().reference().settings())
                .extracting(SettingDescription::key)
                .contains(key);
    }
}
