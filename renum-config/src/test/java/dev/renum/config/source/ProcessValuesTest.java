package dev.renum.config.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProcessValuesTest {
    @Test
    void keepWhatTheyWereGiven() {
        Map<String, String> variables = new HashMap<>(Map.of("A", "1"));
        Map<String, String> properties = new HashMap<>(Map.of("b", "2"));
        ProcessValues values = new ProcessValues(variables, properties);

        variables.clear();
        properties.clear();

        assertThat(values).isEqualTo(new ProcessValues(Map.of("A", "1"), Map.of("b", "2")));
        assertThatThrownBy(() -> values.variables().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
