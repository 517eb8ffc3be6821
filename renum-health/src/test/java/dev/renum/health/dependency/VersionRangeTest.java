package dev.renum.health.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[42.7,43)       | 42.7.14                    | true",
                "[42.7,43)       | 42.7                       | true",
                "[42.7,43)       | 43                         | false",
                "[42.7,43)       | 43.0.0                     | false",
                "[42.7,43)       | 42.6.9                     | false",
                // A pre-release of what is excluded is not meant.
                "[4.1,4.2)       | 4.2.0-RC1                  | false",
                "[4.1,4.2)       | 4.2.0.Beta1                | false",
                "[4.1,4.2)       | 4.2-SNAPSHOT               | false",
                "[4.1,4.2)       | 4.2-20260101.120000-3      | false",
                "[4.1,4.2)       | 4.2.0-alpha-2              | false",
                "[4.1,4.2)       | 4.2.0.CR1                  | false",
                "[4.1,4.2)       | 4.2.0-M3                   | false",
                "[4.1,4.2)       | 4.2.0-b01                  | false",
                "[4.1,4.2)       | 4.1.9-RC1                  | true",
                "[4.1,4.2)       | 4.1.0-RC1                  | false",
                "[4.1,4.2.0-RC1) | 4.2.0-M1                   | true",
                "[4.1,4.2.0-RC1) | 4.2.0-RC1                  | false",
                "[4.1,4.2]       | 4.2.0-RC1                  | true",
                "[4.1,4.2]       | 4.2.0                      | true",
                "(,4.2)          | 4.2.0-RC1                  | false",
                "(,4.2)          | 1                          | true",
                "[4.1,)          | 5.0.0-RC1                  | true",
                "[2,3),[4,5)     | 3.0.0-RC1                  | false",
                "[2,3),[4,5)     | 4.0.0-RC1                  | false",
                "[2,3), [4,5)    | 4.9                        | true",
                "[2,3),[4,5)     | 3.5                        | false",
                // Qualifiers that are no pre-release.
                "[7.4,7.5)       | 7.4.6.Final                | true",
                "[7.4.6,7.5)     | 7.4.6.Final                | true",
                "[7.4,7.4.6)     | 7.4.6.Final                | false",
                "[33.4,33.5)     | 33.4.8-jre                 | true",
                "[33.4.8,33.5)   | 33.4.8-jre                 | true",
                "[3.30,3.31)     | 3.30.2-GA                  | true",
                "[7,8)           | 7.7.0.RELEASE              | true",
                // Dates, as versions and behind them.
                "[20240303,)     | 20250517                   | true",
                "[20240303,)     | 20231013                   | false",
                "[7.4,7.5)       | 7.4.0.202509020913-r       | true",
                "[1.0,1.1)       | 1.0.0.v20140518            | true",
                // Plain versions mean themselves.
                "1.2             | 1.2.0                      | true",
                "1.2             | 1.2.1                      | false",
                "[1.2]           | 1.2.0.Final                | true",
                "[1.10,1.11)     | 1.9                        | false",
                "[1.9,1.11)      | 1.10                       | true",
            })
    void containsWhatItsAuthorMeans(String range, String version, boolean contained) {
        assertThat(VersionRange.parse(range).contains(version)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "[1,2", "1,2]", "[2,1]", "[1,2)]", "a b; drop", "(1)", "[1,2),", "[1\u0000,2)", "[,"})
    void refusesWhatIsNoRange(String range) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VersionRange.parse(range))
                .withMessageContaining("use a range such as [42.7,43)");
    }

    @Test
    void refusesAVeryLongRangeWithoutRepeatingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VersionRange.parse("[" + "1".repeat(10_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void containsNoTextThatIsNoVersion() {
        VersionRange any = VersionRange.parse("(,)");

        assertThat(any.contains("1")).isTrue();
        assertThat(any.contains(" ")).isFalse();
        assertThat(any.contains("1".repeat(200))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[42.7,43) | 42.7", "(1,2) |", "(,2) |", "[2,3),[4,5) | 2", "1.2 | 1.2"})
    void knowsTheLowestVersionThatFits(String range, @Nullable String lowest) {
        assertThat(VersionRange.parse(range).lowest().orElse(null)).isEqualTo(lowest);
    }

    @Test
    void ordersVersions() {
        assertThat(VersionRange.compare("1.10", "1.9")).isPositive();
        assertThat(VersionRange.compare("1.0", "1.0.0")).isZero();
        assertThat(VersionRange.compare("", "1")).isNegative();
        assertThat(VersionRange.compare("", " ")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18.6 (Debian 18.6-1.pgdg12+1)                  | 18.6",
                "15.18                                          | 15.18",
                "PostgreSQL 15.3 on x86_64-pc-linux-gnu         | 15.3",
                "19beta1                                        | 19beta1",
                "19rc1 (Ubuntu 19~rc1-1)                        | 19rc1",
                "5.5.5-10.11.8-MariaDB                          | 10.11.8",
                "5.5.5-10.11.8-MariaDB-1:10.11.8+maria~ubu2204  | 10.11.8",
                "11.4.2-MariaDB-ubu2404                         | 11.4.2",
                "8.0.36-0ubuntu0.22.04.1                        | 8.0.36",
                "5.5.5                                          | 5.5.5",
                "7.0.15                                         | 7.0.15",
                "redis 8.2-rc1                                  | 8.2-rc1",
                "valkey v8.1.1                                  | 8.1.1",
                "nginx/1.25.3                                   | 1.25.3",
                "Apache/2.4.58 (Ubuntu)                         | 2.4.58",
                "2.5.252 (2025-09-22)                           | 2.5.252",
                "Oracle-Application-Server-10g/10.1.2           | 10.1.2",
                "5.5.5-10.6.2-mariadb-log                       | 10.6.2",
                "5.5.5-m3                                       | 5.5.5-m3",
                // Half a version would be a wrong one.
                "OpenSSL 1.1.1w                                 |",
                "unknown                                        |",
            })
    void findsTheVersionInWhatAServerSays(String told, @Nullable String version) {
        assertThat(ServerVersion.in(told).orElse(null)).isEqualTo(version);
    }

    @Test
    void readsOnlyTheBeginningOfWhatAServerSays() {
        assertThat(ServerVersion.in(" ".repeat(5_000) + "1.2")).isEmpty();
    }

    @Test
    void doesNotLetAPreReleaseOfAServerIn() {
        VersionRange range = VersionRange.parse("[15,19)");

        assertThat(range.contains(ServerVersion.in("19beta1").orElseThrow())).isFalse();
        assertThat(range.contains(
                        ServerVersion.in("18.6 (Debian 18.6-1.pgdg12+1)").orElseThrow()))
                .isTrue();
    }
}
