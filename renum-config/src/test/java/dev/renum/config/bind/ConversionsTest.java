package dev.renum.config.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.renum.core.settings.DataSize;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
        "1.5s, has a fraction",
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

    @Test
    @Timeout(20)
    void refusesADurationOfManyDigits() {
        assertThat(refused("1".repeat(1_000_000) + "!", Duration.class)).hasMessageContaining("is not a duration");
    }

    @ParameterizedTest
    @CsvSource({
        "int, 2147483648, does not fit into 32 bits",
        "int, 1.5, not a whole number",
        "short, 40000, does not fit into 16 bits",
        "byte, -129, does not fit into 8 bits",
        "float, 1e39, does not fit into 32 bits",
        "double, 1e400, does not fit into 64 bits",
        "java.nio.charset.Charset, utf9, is not a character set",
        "long, 1e40, does not fit into 64 bits",
        "int, 99999999999999999999, does not fit into 32 bits",
        "int, 1e2000000000, does not fit into 32 bits",
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

    @ParameterizedTest
    @CsvSource({
        "10MiB, 10485760",
        "10 mib, 10485760",
        "1.5KiB, 1536",
        "1GB, 1000000000",
        "2TB, 2000000000000",
        "1_000B, 1000",
        "0, 0"
    })
    void readsSizes(String text, long bytes) {
        assertThat(Conversions.convert(text, DataSize.class)).isEqualTo(new DataSize(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "10, has no unit",
        "10 MiBs, unknown unit 'MiBs'",
        "-1MiB, is not a size",
        "0.3B, not a whole number of bytes",
        "9999999999TiB, not a whole number of bytes"
    })
    void refusesWhatIsNoSize(String text, String message) {
        assertThat(refused(text, DataSize.class)).hasMessageContaining(message);
    }

    @Test
    void readsAddressesWithoutLookingThemUp() {
        assertThat(Conversions.convert("no.such.host.invalid:80", InetSocketAddress.class))
                .isEqualTo(InetSocketAddress.createUnresolved("no.such.host.invalid", 80));
        assertThat(Conversions.convert("[fe80::1%eth0]:0", InetSocketAddress.class))
                .isEqualTo(InetSocketAddress.createUnresolved("fe80::1%eth0", 0));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, is not host:port",
        "::1:80, is not host:port",
        "http://a:80, is not host:port",
        "a:99999, port above 65535"
    })
    void refusesWhatIsNoAddress(String text, String message) {
        assertThat(refused(text, InetSocketAddress.class)).hasMessageContaining(message);
    }

    @Test
    void suggestsConstants() {
        assertThat(refused("inof", Level.class).suggestions()).containsExactly("INFO");
        assertThat(Conversions.convert(" Info ", Level.class)).isEqualTo(Level.INFO);
        assertThat(Conversions.convert("two-words", Words.class)).isEqualTo(Words.TWO_WORDS);
    }

    @Test
    void prefersTheExactNameOfAConstant() {
        assertThat(Conversions.convert("READONLY", Modes.class)).isEqualTo(Modes.READONLY);
        assertThat(Conversions.convert("READ_ONLY", Modes.class)).isEqualTo(Modes.READ_ONLY);
        assertThat(Conversions.convert("off", Modes.class)).isEqualTo(Modes.OFF);
        assertThat(refused("read-only", Modes.class))
                .hasMessage("may be READ_ONLY or READONLY")
                .extracting(ConversionException::suggestions)
                .isEqualTo(List.of("READ_ONLY", "READONLY"));
    }

    @Test
    void keepsTextAsItIs() {
        assertThat(Conversions.convert(" a ", String.class)).isEqualTo(" a ");
        assertThat(Conversions.convert("", String.class)).isEqualTo("");
    }

    private enum Words {
        TWO_WORDS
    }

    private enum Modes {
        READ_ONLY,
        READONLY,
        OFF;

        @Override
        public String toString() {
            return "the mode " + name();
        }
    }

    private static ConversionException refused(String text, Class<?> type) {
        return catchThrowableOfType(ConversionException.class, () -> Conversions.convert(text, type));
    }
}
