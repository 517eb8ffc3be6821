package dev.renum.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NamesTest {
    @Test
    void areTheSameHoweverTheyAreWritten() {
        assertThat(Names.plain("ssl-mode")).isEqualTo("sslmode");
        assertThat(Names.plain("SSL_MODE")).isEqualTo("sslmode");
        assertThat(Names.plain("sslMode")).isEqualTo("sslmode");
    }

    @Test
    void areBelowAGroupOnlyBehindItsDot() {
        assertThat(Names.isBelow("shop.bank.url", "shop")).isTrue();
        assertThat(Names.isBelow("shop.bank.url", "shop.bank")).isTrue();
        assertThat(Names.isBelow("shopping.url", "shop")).isFalse();
        assertThat(Names.isBelow("shop", "shop")).isFalse();
        assertThat(Names.isBelow("bank.url", "shop")).isFalse();
    }

    @Test
    void areAllMeantByTheEmptyScope() {
        assertThat(Names.isWithin("shop", "")).isTrue();
        assertThat(Names.isWithin("shop.bank", "shop")).isTrue();
        assertThat(Names.isWithin("shop.bank", "bank")).isFalse();
        assertThat(Names.isBelow("shop", "")).isFalse();
    }
}
