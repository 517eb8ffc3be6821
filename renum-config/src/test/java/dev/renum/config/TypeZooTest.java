package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.config.report.Problem;
import dev.renum.core.settings.DataSize;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong values of every type: what is wrong, which value, unless it is a secret, and what is allowed. */
final class TypeZooTest {
    private static final String DURATIONS = "use ms, s, m, h or d, such as 250ms, 30s or 1h30m";
    private static final String SIZES = "use B, KiB, MiB, GiB (1024) or KB, MB, GB (1000), such as 10MiB";

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, Zoo.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "whole | x | \"x\" is not a whole number | write digits, such as 8080",
                "whole | 1.5 | \"1.5\" is not a whole number | write it without a fraction",
                "whole | 2147483648 | \"2147483648\" does not fit into 32 bits | use -2147483648 to 2147483647",
                "whole | §§ | is empty | set a value, or remove the key",
                "boxed | 10k | \"10k\" is not a whole number | write digits, such as 8080",
                "large | 99999999999999999999 | \"99999999999999999999\" does not fit into 64 bits | use -9223372036854775808 to 9223372036854775807",
                "small | 40000 | \"40000\" does not fit into 16 bits | use -32768 to 32767",
                "tiny | -129 | \"-129\" does not fit into 8 bits | use -128 to 127",
                "ratio | 1,5 | \"1,5\" is not a number | write digits with a point, such as 0.5",
                "share | 1e99 | \"1e99\" does not fit into 32 bits | use a number of less than 39 digits",
                "on | yes | \"yes\" is neither true nor false | write true or false",
                "off | 1 | \"1\" is neither true nor false | write true or false",
                "delay | 5 | \"5\" has no unit | " + DURATIONS,
                "delay | 1.5s | \"1.5s\" has a fraction | use a smaller unit, such as 1500ms for 1.5s",
                "delay | 5 parsecs | \"5 parsecs\" has the unknown unit 'parsecs' | " + DURATIONS,
                "delay | PT | \"PT\" is not an ISO-8601 duration | write PT1M30S, or simpler 1m30s",
                "limit | 10 | \"10\" has no unit | " + SIZES,
                "limit | -1KiB | \"-1KiB\" is not a size | " + SIZES,
                "home | ht tp://x | \"ht tp://x\" is not a URI | write scheme://host/path and encode special characters",
                "home | http://ann:planted@h/ p | \"http://****@h/ p\" is not a URI | write scheme://host/path and encode special characters",
                "address | localhost | \"localhost\" is not host:port | write a host and a port, such as localhost:8080 or [::1]:8080",
                "address | a:99999 | \"a:99999\" has a port above 65535 | use a port from 0 to 65535",
                "charset | utf9 | \"utf9\" is not a character set of this JVM | write UTF-8",
                "mode | none | \"none\" is not one of READ_ONLY, READ_WRITE | write one of these names",
                "secret | §§ | is empty | set the secret; an empty variable hides what a file has",
                "pin | planted | **** is not a whole number | write digits, such as 8080",
                "lease | 3 planted | **** has the unknown unit | " + DURATIONS,
                "keys | planted,,b | has an element that is empty | remove the comma that nothing follows or precedes",
                "ints | 1,x,3 | \"x\" is not a whole number | write digits, such as 8080",
                "ints | 1,,3 | has an element that is empty | remove the comma that nothing follows or precedes",
                "modes | , | has an element that is empty | remove the comma that nothing follows or precedes",
                "delays.a | 3 | \"3\" has no unit | " + DURATIONS,
                "groups.a | 1,b | \"b\" is not a whole number | write digits, such as 8080",
                "maybe | one | \"one\" is not a whole number | write digits, such as 8080",
                "sizes | 1KiB,2 | \"2\" has no unit | " + SIZES,
                "inner.size | x | \"x\" is not a whole number | write digits, such as 8080",
            })
    void saysWhatIsWrongAndWhatIsAllowed(String key, String text, String message, String cure) {
        host.file("application.properties", "zoo." + key + "=" + text);

        Problem problem = of("zoo." + key);

        assertThat(problem.finding().code()).isEqualTo("RNM-CFG-010");
        assertThat(problem.finding().message()).isEqualTo(message);
        assertThat(problem.finding().cure()).isEqualTo(cure);
        assertThat(problem.origin()).hasToString("application.properties:1:" + (key.length() + 6));
        assertThat(host.report().toString()).doesNotContain("planted");
    }

    @ParameterizedTest
    @CsvSource({
        "ranged, 11, \"11\" is out of range, use 1 to 10",
        "least, 500ms, \"500ms\" is out of range, use at least 1s",
        "most, 2MiB, \"2MiB\" is out of range, use at most 1MiB",
        "code, 999, **** is out of range, use at least 1000"
    })
    void saysWhatTheRangeIs(String key, String text, String message, String cure) {
        host.file("application.properties", "zoo." + key + "=" + text);

        assertThat(of("zoo." + key).finding().code()).isEqualTo("RNM-CFG-011");
        assertThat(of("zoo." + key).finding().message()).isEqualTo(message);
        assertThat(of("zoo." + key).finding().cure()).isEqualTo(cure);
    }

    @ParameterizedTest
    @CsvSource({
        "level, warning, WARN",
        "level, err, ERROR",
        "level, inof, INFO",
        "mode, read_onyl, READ_ONLY",
        "mode, read, ",
        "level, in, "
    })
    void suggestsTheNameThatBeginsAlike(String key, String text, String meant) {
        host.file("application.properties", "zoo." + key + "=" + text);

        assertThat(of("zoo." + key).suggestions()).isEqualTo(meant == null ? List.of() : List.of(meant));
    }

    @ParameterizedTest
    @ValueSource(classes = {Exact.class, Dated.class})
    void namesTheTypesThatAreAllowed(Class<?> section) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvironmentConfigManager.builder().sections(section))
                .withMessageContaining("component value of " + section.getName())
                .withMessageContaining("use String, int, long, short, byte, double, float, boolean, Duration");
    }

    @Test
    void reportsEachWrongValueByItself() {
        host.file(
                "application.yaml",
                "zoo: {whole: x, ratio: x, on: x, delay: x, limit: x, address: x, charset: x, mode: x, pin: x}");

        assertThat(host.report().problems())
                .filteredOn(problem -> problem.finding().code().equals("RNM-CFG-010"))
                .hasSize(9)
                .allSatisfy(problem -> assertThat(problem.rule()).isNotNull());
    }

    private Problem of(String key) {
        return host.report().problems().stream()
                .filter(problem -> problem.key().equals(key))
                .reduce((one, other) -> {
                    throw new AssertionError(one + " and " + other);
                })
                .orElseThrow();
    }

    enum Mode {
        READ_ONLY,
        READ_WRITE
    }

    @Settings(prefix = "zoo")
    record Zoo(
            int whole,
            Integer boxed,
            long large,
            short small,
            byte tiny,
            double ratio,
            Float share,
            boolean on,
            Boolean off,
            Duration delay,
            DataSize limit,
            URI home,
            Path path,
            InetSocketAddress address,
            Charset charset,
            LogLevel level,
            Mode mode,
            Secret<String> secret,
            Secret<Integer> pin,
            Optional<Secret<Duration>> lease,
            List<Secret<Integer>> keys,
            List<Integer> ints,
            Set<Mode> modes,
            Map<String, Duration> delays,
            Map<String, List<Integer>> groups,
            Optional<Integer> maybe,
            Optional<List<DataSize>> sizes,
            Inner inner,
            @Range(min = "1", max = "10") int ranged,
            @Range(min = "1s") Duration least,
            @Range(max = "1MiB") DataSize most,
            @Range(min = "1000") Secret<Integer> code) {}

    record Inner(int size) {}

    @Settings(prefix = "exact")
    record Exact(BigDecimal value) {}

    @Settings(prefix = "dated")
    record Dated(LocalDate value) {}
}
