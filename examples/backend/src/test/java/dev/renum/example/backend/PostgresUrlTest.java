package dev.renum.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresUrlTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h/d?user=u, jdbc:postgresql://h/d?user=u",
        "postgres://u:p%40w@h:1/d, jdbc:postgresql://h:1/d?user=u&password=p%40w",
        "postgresql://u@h/d, jdbc:postgresql://h/d?user=u",
        "postgres://u:a&b@h/d?sslmode=require, jdbc:postgresql://h/d?sslmode=require&user=u&password=a%26b"
    })
    void readsBothForms(String url, String jdbc) {
        assertThat(PostgresUrl.toJdbc(url)).isEqualTo(jdbc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://u:p@h/d", "postgres:///d", "postgres://u:p w@h/d", ""})
    void refusesTheRest(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> PostgresUrl.toJdbc(url));
    }

    @Test
    void keepsThePasswordOutOfItsMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostgresUrl.toJdbc("postgres://u:hunter2@/d"))
                .withMessageNotContaining("hunter2");
    }
}
