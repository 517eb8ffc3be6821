package dev.renum.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a[0]",
                "a[1].b",
                "a[12][3]",
                "a[01]",
                "a[]",
                "a[",
                "a[1",
                "a[x]",
                "[main].a[2]",
                "a[123456789]",
                "a[1234567890]",
                "a[00]",
                "a]1[",
                "a[1x]",
                "a[[1]]",
                "a[-1]",
                "a[\u0661]"
            })
    void areElementsWhereTheirPatternFindsOne(String key) {
        Matcher index = Names.INDEX.matcher(key);
        String list = index.find() ? key.substring(0, index.start()) : null;

        assertThat(Names.listAround(key)).isEqualTo(list);
        assertThat(IntStream.range(0, key.length()).filter(at -> Names.isElementAt(key, at)))
                .containsExactlyElementsOf(Names.INDEX
                        .matcher(key)
                        .results()
                        .map(MatchResult::start)
                        .toList());
    }
}
