package dev.renum.config.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.renum.config.report.Masking;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversionsTest {
    @ParameterizedTest
    @CsvSource({
        "250ms, PT0.25S",
        "1h30m, PT1H30M",
        "1h 30m, PT1H30M",
        "0, PT0S",
        "0s, PT0S",
        "90S, PT1M30S",
        "5min, PT5M",
        "2d, PT48H",
        "10us, PT0.00001S",
        "7ns, PT0.000000007S",
        "PT1M, PT1M",
        "-PT1S, PT-1S",
        "p1d, PT24H"
    })
    void readsDurations(String text, Duration expected) {
        assertThat(Conversions.convert(text, Duration.class)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10, has no unit",
        "10 sec, unknown unit 'sec'",
        "s, is not a duration",
        "1h-3m, is not a duration",
        "P1, is not an ISO-8601 duration",
        "99999999999999999999s, longer than any duration",
        "9223372036854775807d, longer than any duration"
    })
    void refusesWhatIsNoDuration(String text, String message) {
        ConversionException e = refused(text, Duration.class);

        assertThat(e).hasMessageContaining(message);
        assertThat(e.cure()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "int, 2147483648, does not fit into 32 bits",
        "int, 1.5, not a whole number",
        "long, 1e40, not a whole number",
        "long, x, is not a whole number",
        "double, one, is not a number",
        "boolean, yes, neither true nor false",
        "java.net.URI, a b, is not a URI",
        "java.lang.System$Logger$Level, verbose, 'is not one of ALL, TRACE, DEBUG, INFO, WARNING, ERROR, OFF'",
        "int, '', is empty"
    })
    void saysWhatIsWrong(Class<?> type, String text, String message) {
        assertThat(refused(text, type)).hasMessageContaining(message);
    }

    @Test
    void suggestsConstants() {
        assertThat(refused("inof", Level.class).suggestions()).containsExactly("INFO");
        assertThat(Conversions.convert(" Info ", Level.class)).isEqualTo(Level.INFO);
        assertThat(Conversions.convert("two-words", Words.class)).isEqualTo(Words.TWO_WORDS);
    }

    @Test
    void keepsTextAsItIs() {
        assertThat(Conversions.convert(" a ", String.class)).isEqualTo(" a ");
        assertThat(Conversions.convert("", String.class)).isEqualTo("");
    }

    @Test
    void suggestsNearNamesOnly() {
        List<String> names = List.of("backend.port", "backend.data-directory", "renum.health.stale-after");

        assertThat(Suggestions.of("backend.prot", names)).containsExactly("backend.port");
        assertThat(Suggestions.of("backend.dataDirectory", names)).containsExactly("backend.data-directory");
        assertThat(Suggestions.of("something.else", names)).isEmpty();
    }

    @Test
    void masksWhatLooksLikeASecret() {
        assertThat(List.of("a.password", "a.api-key", "a.tokens", "a.tokens[0]", "a.clientSecret"))
                .allMatch(Masking::isSensitive);
        assertThat(List.of("a.port", "a.secretary-name", "token.length")).noneMatch(Masking::isSensitive);
        assertThat(Masking.shown("postgres://u:p@h/db?password=x&a=b", false))
                .isEqualTo("\"postgres://****@h/db?password=****&a=b\"");
        assertThat(Masking.shown("x".repeat(100), false)).hasSize(83).endsWith("…\"");
    }

    private enum Words {
        TWO_WORDS
    }

    private static ConversionException refused(String text, Class<?> type) {
        return catchThrowableOfType(ConversionException.class, () -> Conversions.convert(text, type));
    }
}
