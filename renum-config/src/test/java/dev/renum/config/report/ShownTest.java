package dev.renum.config.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShownTest {
    @Test
    void hidesWhatLooksLikeASecret() {
        assertThat(Shown.value("postgres://u:p@h/db?password=x&a=b", false))
                .isEqualTo("\"postgres://****@h/db?password=****&a=b\"");
    }

    @Test
    void hidesAllThatIsSensitive() {
        assertThat(Shown.value("anything", true)).isEqualTo("****");
    }

    @Test
    void keepsToOneShortLine() {
        assertThat(Shown.value("a\n  b", false)).isEqualTo("\"a b\"");
        assertThat(Shown.value("x".repeat(100), false)).hasSize(83).endsWith("…\"");
    }
}
