package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.EnvironmentDetector.Detected;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentDetectorTest {
    private final EnvironmentDetector detector = new EnvironmentDetector(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void takesABlankVariableForNone(String value) {
        Detected detected =
                detector.detect(new ProcessValues(Map.of("RENUM_ENVIRONMENT", value), Map.of()), Environment.TEST);

        assertThat(detected).isEqualTo(new Detected(Environment.TEST, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesABlankPropertyBecauseSomebodyHasSetIt(String value) {
        Detected detected =
                detector.detect(new ProcessValues(Map.of(), Map.of("renum.environment", value)), Environment.TEST);

        assertThat(detected.environment()).isNull();
        assertThat(detected.problem()).isNotNull();
    }
}
