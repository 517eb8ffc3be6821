package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.Problem;
import dev.renum.config.report.ProblemLines;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that stand where they do not fit: one problem for a mistake, at the name that is wrong. */
final class MisfitTest {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, Booth.class);
    }

    @Nested
    final class MisspelledGroups {
        @Test
        void areOneProblemAtTheNameOfTheGroup() {
            host.file("application.yaml", "booth:", "  limts:", "    rate: 1", "    burst: 2", "  name: a");

            Problem problem = only();

            assertThat(line(problem)).isEqualTo("RNM-CFG-013 booth.limts @ application.yaml:2:3");
            assertThat(problem.suggestions()).containsExactly("booth.limits");
            assertThat(marked(problem)).isEqualTo("[limts]: …");
        }

        @Test
        void areMarkedInEachLineOfAPropertiesFileOnce() {
            host.file("application.properties", "booth.name=a", "booth.limts.rate=1", "booth.limts.burst=2");

            Problem problem = only();

            assertThat(line(problem)).isEqualTo("RNM-CFG-013 booth.limts @ application.properties:2:1");
            assertThat(marked(problem)).isEqualTo("[booth.limts].rate=…");
        }

        @Test
        void areMarkedInAKeyWithDots() {
            host.file("application.yaml", "booth:", "  limts.rate: 1");

            assertThat(marked(only())).isEqualTo("[limts].rate: …");
        }

        @Test
        void areFoundInListsAndForLists() {
            host.file(
                    "application.yaml",
                    "booth:",
                    "  limits: {rate: 1}",
                    "  serverz:",
                    "    - {host: a}",
                    "    - {host: b}");

            assertThat(line(only())).isEqualTo("RNM-CFG-013 booth.serverz @ application.yaml:3:3");
            assertThat(only().suggestions()).containsExactly("booth.servers");

            host.file(
                    "application.yaml",
                    "booth:",
                    "  limits: {rate: 1}",
                    "  servers:",
                    "    - host: a",
                    "      tsl: {port: 1, name: b}");

            assertThat(line(only())).isEqualTo("RNM-CFG-013 booth.servers[0].tsl @ application.yaml:5:7");
            assertThat(only().suggestions()).containsExactly("booth.servers[0].tls");
            assertThat(marked(only())).isEqualTo("[tsl]: …");
        }

        @Test
        void hideNothingElseThatIsMissing() {
            host = new Host(folder, Needy.class)
                    .file("application.yaml", "booth:", "  srvers: [{host: a}]", "  limts: {burst: 1}");

            assertThat(ProblemLines.of(host.report().problems()))
                    .containsExactly(
                            "RNM-CFG-012 booth.limits.rate @ application.yaml:1:1",
                            "RNM-CFG-013 booth.srvers @ application.yaml:2:3",
                            "RNM-CFG-013 booth.limts @ application.yaml:3:3");
        }

        @Test
        void leaveKeysThatWereMeantAsOthersToThese() {
            host.file("application.yaml", "booth:", "  rate: {limits: 1}");

            assertThat(line(only())).isEqualTo("RNM-CFG-013 booth.rate.limits @ application.yaml:2:10");
            assertThat(only().suggestions()).containsExactly("booth.limits.rate");
        }

        @Test
        void areOneProblemEvenIfNobodyKnowsWhatWasMeant() {
            host.file("application.yaml", "booth:", "  limits: {rate: 1}", "  zzz: {qqq: 1, vvv: 2}");

            assertThat(line(only())).isEqualTo("RNM-CFG-013 booth.zzz @ application.yaml:3:3");
            assertThat(only().finding().cure()).isEqualTo("remove it");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits: 5 | limits | has one text where a group of keys is expected | set keys such as booth.limits.rate",
                "limits: rate:5 | limits | has one text where a group of keys is expected | write a space behind each ':', or set keys such as booth.limits.rate",
                "limits: [{rate: 1}, {rate: 2}] | limits | has a list where a group of keys is expected | set keys such as booth.limits.rate, without '-' or [ ]",
                "zones: x | zones | has one text where a group of keys is expected | set keys such as booth.zones.name.host",
                "zones: {eu: x} | zones.eu | has one text where a group of keys is expected | set keys such as booth.zones.eu.host",
                "zones: [{host: x}] | zones | has a list where a group of keys is expected | set keys such as booth.zones.name.host, without '-' or [ ]",
                "servers: x | servers | has one text where groups of keys are expected | 'write booth.servers: [{host: …}]'",
                "servers: [x] | servers[0] | has one text where a group of keys is expected | set keys such as booth.servers[0].host",
                "servers: {host: a, port: 1} | servers | has keys where a list is expected | begin each element with '- '",
                "servers: {one: {host: a}} | servers | has keys where a list is expected | begin each element with '- '",
                "tags: {a: b, c: d} | tags | has keys where a list is expected | begin each element with '- '",
                "tags: [[a, b]] | tags[0] | has a list where one value is expected | write one value",
                "name: [a, b] | name | has a list where one value is expected | write one value",
                "name: {a: b, c: d} | name | has keys where one value is expected | write one value",
                "pool: 5 | pool | has one text where a group of keys is expected | set keys such as booth.pool.size"
            })
    void saysWhatWasWrittenAndWhatIsExpected(String line, String key, String message, String cure) {
        host = new Host(folder, Needy.class)
                .file("application.yaml", "booth:", "  " + line)
                .file("application-dev.yaml", line.startsWith("servers") ? "" : "booth.servers: []");
        if (!line.startsWith("limits")) {
            host.properties.put("booth.limits.rate", "1");
        }

        Problem problem = only();

        assertThat(problem.finding().code()).isEqualTo("RNM-CFG-010");
        assertThat(problem.key()).isEqualTo("booth." + key);
        assertThat(problem.origin().line()).isEqualTo(2);
        assertThat(problem.finding().message()).isEqualTo(message);
        assertThat(problem.finding().cure()).isEqualTo(cure);
    }

    @Test
    void tellsOfATextInPlaceOfAWholeSection() {
        host.file("application.yaml", "booth:", "  name:a");

        assertThat(line(only())).isEqualTo("RNM-CFG-010 booth @ application.yaml:1:1");
        assertThat(only().finding().cure()).startsWith("write a space behind each ':', or set keys such as booth.");

        host.file("application.yaml", "booth: [a]");

        assertThat(only().finding().message()).isEqualTo("has a list where a group of keys is expected");
    }

    @Test
    void showsNothingOfATextThatMayBeASecret() {
        host.file("application.yaml", "booth:", "  servers: planted-1", "  limits: planted-2", "  pool: planted-3");

        assertThat(host.report().toString())
                .contains("booth.servers", "booth.limits", "booth.pool")
                .doesNotContain("planted");
    }

    @Test
    void leavesASystemPropertyAloneThatIsNamedLikeASection() {
        host.properties.put("booth", "x");

        assertThat(host.read(Booth.class).name()).isEmpty();
    }

    @Test
    void namesTheVariableInPlaceOfATextInOne() {
        host.variable("BOOTH_SERVERS", "a,b");

        assertThat(only().finding().cure()).isEqualTo("set BOOTH_SERVERS_0__HOST");
    }

    @Nested
    final class Elements {
        @Test
        void needTheOnesBefore() {
            host.file(
                    "application.properties",
                    "booth.servers[1].host=a",
                    "booth.servers[1].port=1",
                    "booth.servers[2].host=b");

            assertThat(only().finding().message()).isEqualTo("is not read, because no element is before it");
            assertThat(only().finding().cure()).isEqualTo("number the elements from booth.servers[0] on without a gap");
            assertThat(only().suggestions()).isEmpty();
        }

        @Test
        void doNotStandBesideATextOfTheWhole() {
            host.file("application.properties", "booth.tags=a", "booth.tags[0]=b");

            assertThat(only().finding().message()).isEqualTo("is not read, because booth.tags is set in one text");
            assertThat(only().finding().cure()).isEqualTo("keep one of the two");
        }

        @Test
        void thatAreNotReadAreNotMissing() {
            host = new Host(folder, Needy.class)
                    .file("application.properties", "booth.limits.rate=1", "booth.servers[1].host=a");

            assertThat(line(only())).isEqualTo("RNM-CFG-013 booth.servers[1].host @ application.properties:2:1");
        }
    }

    private Problem only() {
        List<Problem> problems = host.report().problems();
        assertThat(ProblemLines.of(problems)).hasSize(1);
        return problems.get(0);
    }

    private static String line(Problem problem) {
        return ProblemLines.of(List.of(problem)).get(0);
    }

    /** The excerpt with brackets around what carets mark. */
    private static @Nullable String marked(Problem problem) {
        if (problem.excerpt() == null) {
            return null;
        }
        int end = problem.excerpt().start() + problem.excerpt().length();
        return new StringBuilder(problem.excerpt().text())
                .insert(end, ']')
                .insert(problem.excerpt().start(), '[')
                .toString();
    }

    @Settings(prefix = "booth")
    record Booth(
            @Default("") String name,
            @Default("") List<Server> servers,
            Limits limits,
            @Default("") List<String> tags,
            Optional<Pool> pool) {}

    @Settings(prefix = "booth")
    record Needy(
            @Default("") String name,
            List<Server> servers,
            Strict limits,
            Map<String, Server> zones,
            @Default("") List<String> tags,
            Optional<Pool> pool) {}

    record Server(String host, @Default("80") int port, Tls tls) {}

    record Tls(@Default("") String name, @Default("1") int port) {}

    record Limits(@Default("1") int rate, @Default("1") int burst) {}

    record Strict(int rate, @Default("1") int burst) {}

    record Pool(int size) {}
}
