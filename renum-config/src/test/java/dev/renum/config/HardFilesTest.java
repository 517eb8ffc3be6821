package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.reload.RecordingLog;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Problem;
import dev.renum.config.report.ProblemLines;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as careless or hostile people write them. */
final class HardFilesTest {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, Shop.class);
    }

    @Test
    void takesAByteOrderMarkAndWindowsLines() {
        host.file("application.properties", "\uFEFFshop.name = a\r", "shop.size = x\r");

        assertThat(lines()).containsExactly("RNM-CFG-010 shop.size @ application.properties:2:13");

        host.file("application.properties", "").file("application-dev.yml", "\uFEFFshop:\r", "  size: x\r");

        assertThat(lines()).containsExactly("RNM-CFG-010 shop.size @ application-dev.yml:2:9");
    }

    @Test
    void placesATab() {
        host.file("application.yaml", "shop:", "\tname: a");

        assertThat(lines()).containsExactly("RNM-CFG-003 application.yaml @ application.yaml:2:1");
    }

    @Test
    void refusesAKeyThatIsSetTwice() {
        host.file("application.yaml", "shop:", "  name: a", "  name: b");

        assertThat(lines()).containsExactly("RNM-CFG-006 shop.name @ application.yaml:3:3");
    }

    @Test
    void readsYamlOfTheVersionInWhichNoIsAText() {
        host.file("application.yaml", "shop: {name: no, size: 010}");

        assertThat(host.read(Shop.class)).isEqualTo(new Shop("no", 10, Map.of(), List.of(), null));
    }

    @Test
    void takesAnEmptyTextForATextOnly() {
        host.file("application.yaml", "shop:", "  name: ''", "  size: ''");

        assertThat(lines()).containsExactly("RNM-CFG-010 shop.size @ application.yaml:3:9");
    }

    @Nested
    final class Syntax {
        /** The lines of the file are parted by {@code /}, and a tab is written {@code >}. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '§',
                value = {
                    "shop:/>name: a | 2:1 | has a tab where only spaces may indent",
                    "shop:/  name: a/  >size: 1 | 3:3 | has a tab where only spaces may indent",
                    "shop:/  name: *x | 2:9 | has a value that begins with '*', as an alias of something that is not there",
                    "shop:/  <<: *x | 2:7 | has a value that begins with '*', as an alias of something that is not there",
                    "shop:/  name: &x | 2:3 | has a value that begins with '!' or '&'",
                    "shop:/  name: !x y | 2:3 | has a value that begins with '!' or '&'",
                    "shop:/  name: !!binary aGk= | 2:3 | has a value that begins with '!' or '&'",
                    "shop:/  labels: !x {a: b} | 2:3 | has a group or list with a tag, which begins with '!'",
                    "shop:/  tags: !x [a] | 2:3 | has a group or list with a tag, which begins with '!'",
                    "shop:/  labels: &x/    a: *x | 3:5 | has an alias that contains itself",
                    "shop: {tags: [a, b} | 1:19 | has a list in [ ] that lacks a comma or its end before this place",
                    "shop: {name: a/x: 1 | 2:2 | has a group in { } that lacks a comma or its end before this place",
                    "shop: {name: ${a}} | 1:15 | has a group in { } that lacks a comma or its end before this place",
                    "shop:/  name:a/  size: 1 | 3:7 | has a ':' where none may stand",
                    "shop:/  name: a: b | 2:10 | has a ':' where none may stand",
                    "shop:/  name: a/   size: 1 | 3:8 | has a ':' where none may stand",
                    "shop:/    name: a/  size: 1 | 3:3 | is indented unlike the lines before, or goes on behind a closed quote",
                    "shop:/  name: 'it's | 2:13 | is indented unlike the lines before, or goes on behind a closed quote",
                    "shop:/  name: \"a/  size: 1 | 2:9 | has a quote that is not closed",
                    "shop:/  name: 'a/  size: 1 | 2:9 | has a quote that is not closed",
                    "shop:/  name: \"C:\\dir\" | 2:13 | has a backslash in double quotes that begins no escape",
                    "shop:/  name: \"\\xzz\" | 2:12 | has a backslash in double quotes that begins no escape",
                    "shop:/  name: @x | 2:9 | has a value that begins with '@', '`' or '%'",
                    "shop:/  tags: - a | 2:9 | has a '-' where no list may begin",
                    "shop:/  size: 1/  name | 3:3 | has a line that is no 'key: value'",
                    "shop:/  name: !<x | 2:12 | has a value that begins with '!', '&' or '*'",
                    "shop:/  ? [a]/  : b | 2:5 | has a key that is a list or a group",
                    "shop: {name: a}/---/shop: {size: 1} | 2:1 | has a second document",
                    "%x/shop: {} | 2:1 | is not valid YAML",
                    "shop:/  name: a\u0007b | 2:10 | has a control character",
                    "hello world | 1:1 | does not hold keys and values",
                    "- a/- b | 1:1 | does not hold keys and values",
                })
        void isPlacedAndExplained(String file, String place, String message) {
            host.file("application.yaml", file.replace('>', '\t').split("/"));

            assertThat(host.report().problems()).singleElement().satisfies(problem -> {
                assertThat(problem.finding().code()).isEqualTo("RNM-CFG-003");
                assertThat(problem.origin()).hasToString("application.yaml:" + place);
                assertThat(problem.finding().message()).isEqualTo(message);
                assertThat(problem.finding().cure()).isNotBlank();
            });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "@planted",
                    "`planted",
                    "%planted",
                    "*planted",
                    "&planted",
                    "!planted",
                    "!<planted",
                    "\"\\planted\"",
                    "'planted"
                })
        void isExplainedWithoutTheValue(String value) {
            host.file("application.yaml", "shop:", "  key: " + value);

            assertThat(host.report().toString()).contains("application.yaml:2:").doesNotContain("planted", "(112)");
        }

        @Test
        void isExplainedForATextOfSeveralLines() {
            host.file("application.yaml", "shop:", "  name: |0", "    a");

            assertThat(host.report().toString())
                    .contains("has a text of several lines that does not begin as one", "yaml:2:10");
        }

        @Test
        void marksTheKeyWhereItIsKnown() {
            host.file("application.yaml", "shop:", "  name: b", "  name: a", "  size: !x y");

            assertThat(host.report().toString())
                    .contains("3 | name: …\n            | ^^^^\n", "4 | size: …\n            | ^^^^\n");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "# nothing", "---", "---\n# nothing\n...", "shop:", "shop: ~", "shop: {}", "shop: null"})
        void mayBeOfNothing(String text) {
            host.file("application.yaml", text);

            assertThat(host.read(Shop.class).size()).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "Null", "NULL", "~"})
        void hasManyWordsForNothing(String nothing) {
            host.file("application.yaml", "shop:", "  size: " + nothing);

            assertThat(host.report().problems())
                    .singleElement()
                    .satisfies(
                            problem -> assertThat(problem.finding().message()).endsWith("is empty"));
        }

        @Test
        void takesKeysOfAnySortForText() {
            host.file("application.yaml", "shop:", "  labels: {1: a, true: b, null: c}");

            assertThat(host.read(Shop.class).labels()).isEqualTo(Map.of("1", "a", "true", "b", "null", "c"));
        }

        @Test
        void joinsTheLinesOfATextInTheMessage() {
            host.file("application.yaml", "shop:", "  size: |", "    one", "    two");

            assertThat(host.report().toString())
                    .contains("shop.size \"one two\" is not a whole number", "2:9", "size: one two");
        }

        @Test
        void hasAnEndOfNesting() {
            host.file("application.yaml", "shop: " + "{a: ".repeat(40) + "1" + "}".repeat(40));

            assertThat(lines()).containsExactly("RNM-CFG-003 application.yaml @ application.yaml:1:132");
        }
    }

    @Nested
    final class References {
        @Test
        void toNothingNameWhatIsMissing() {
            host.file("application.yaml", "shop:", "  name: ${nowhere.at-all}");

            assertThat(only())
                    .isEqualTo(
                            "refers to '${nowhere.at-all}', which no source sets"
                                    + " -> set nowhere.at-all (variable NOWHERE_AT_ALL), or give a default: ${nowhere.at-all:default}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "${shop.name} | refers to itself",
                    "${a} | refers to itself through a",
                    "${b} | refers to b, which refers to itself through c",
                    "${d} | refers to d, which refers to itself"
                })
        void inACircleAreNamedOneByOne(String name, String message) {
            host.file(
                    "application.yaml",
                    "a: ${shop.name}",
                    "b: ${c}",
                    "c: ${b}",
                    "d: x${d}",
                    "shop:",
                    "  name: " + name);

            assertThat(only()).isEqualTo(message + " -> give one of these keys a value without a reference");
            assertThat(lines()).containsExactly("RNM-CFG-017 shop.name @ application.yaml:6:9");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Ab${9:x7", "${", "${a:${b}", "$$${x"})
        void withoutAnEndAreRefused(String name) {
            host.file("application.yaml", "shop:", "  name: '" + name + "'");

            assertThat(only())
                    .isEqualTo("begins a reference with ${ that no } ends"
                            + " -> close each ${ with }, or write $${ for the characters themselves");
        }

        @Test
        void mayBeWrittenAsCharacters() {
            host.file("application.yaml", "shop:", "  name: '$${ ${a:x} }'");

            assertThat(host.read(Shop.class).name()).isEqualTo("${ x }");
        }

        @Test
        void thatAreNestedWithoutEndAreRefused() {
            host.file("application.yaml", "shop:", "  name: '" + "${a:".repeat(200_000) + "'");

            assertThat(only()).startsWith("has references in references, more than 16 deep");
        }

        @Test
        @Timeout(60)
        void thatMultiplyNothingAreRefused() {
            StringBuilder file = new StringBuilder("l0: ''\n");
            for (int level = 1; level <= 14; level++) {
                file.append("l").append(level).append(": '");
                file.append(("${l" + (level - 1) + "}").repeat(10)).append("'\n");
            }
            host.file("application.yaml", file + "shop:", "  name: ${l14}");

            assertThat(only()).startsWith("needs more than 100000 references to be followed");
        }

        @Test
        void thatMultiplyAreRefused() {
            StringBuilder file = new StringBuilder("l0: '" + "x".repeat(1_000) + "'\n");
            for (int level = 1; level <= 7; level++) {
                file.append("l").append(level).append(": '");
                file.append(("${l" + (level - 1) + "}").repeat(10)).append("'\n");
            }
            host.file("application.yaml", file + "shop:", "  name: ${l7}");

            assertThat(only())
                    .isEqualTo("grows beyond 1000000 characters by its references"
                            + " -> write the text out where it is needed");
        }

        @Test
        void inACircleOfASecretNameNothing() {
            host.file("application.yaml", "shop:", "  key: ${shop.key}");

            assertThat(host.report().toString())
                    .contains("shop.key has a reference that cannot be followed")
                    .doesNotContain("${shop.key}");
        }

        @Test
        void haveAnEnd() {
            StringBuilder chain = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                chain.append("k").append(i).append(": ${k").append(i + 1).append("}\n");
            }
            host.file("application.yaml", chain + "shop:\n  name: ${k0}");

            assertThat(only()).startsWith("refers to another key, and so on through more than 17 -> ");
        }

        private String only() {
            List<Problem> problems = host.report().problems();
            assertThat(problems).hasSize(1);
            return problems.get(0).finding().message() + " -> "
                    + problems.get(0).finding().cure();
        }
    }

    @Nested
    final class Merges {
        @Test
        void areWeakerThanWhatTheMappingSetsItself() {
            host.file(
                    "application.yaml",
                    "defaults: &defaults {name: merged, size: 1}",
                    "more: &more {size: 2, labels: {a: b}}",
                    "shop:",
                    "  size: 3",
                    "  <<: [*defaults, *more]");

            assertThat(host.read(Shop.class)).isEqualTo(new Shop("merged", 3, Map.of("a", "b"), List.of(), null));
        }

        @Test
        void keepTheirPlaces() {
            host.file("application.yaml", "defaults: &defaults", "  size: x", "shop:", "  <<: *defaults");

            assertThat(lines()).containsExactly("RNM-CFG-010 shop.size @ application.yaml:2:9");
        }

        @Test
        void mayBeMany() {
            StringBuilder many = new StringBuilder("shared: &shared {size: 3}\n");
            for (int i = 0; i < 100; i++) {
                many.append("other").append(i).append(": *shared\n");
            }

            host.file("application.yaml", many + "shop: *shared");

            assertThat(host.read(Shop.class).size()).isEqualTo(3);
        }

        @Test
        void refuseWhatIsNoGroup() {
            host.file("application.yaml", "a: &a [1]", "shop:", "  <<: *a");

            assertThat(lines()).containsExactly("RNM-CFG-003 application.yaml @ application.yaml:3:3");
        }

        @Test
        @Timeout(60)
        void haveAnEnd() {
            StringBuilder bomb = new StringBuilder("l0: &l0 {a: 1}\n");
            for (int i = 1; i < 40; i++) {
                bomb.append("l")
                        .append(i)
                        .append(": &l")
                        .append(i)
                        .append(" {<<: [*l")
                        .append(i - 1)
                        .append(", *l");
                bomb.append(i - 1).append("]}\n");
            }

            host.file("application.yaml", bomb + "shop: {size: x}");

            assertThat(linesInTime()).containsExactly("RNM-CFG-003 application.yaml @ application.yaml:2:10");
        }
    }

    @Nested
    @Timeout(60)
    final class Huge {
        @Test
        void filesAreRefused() {
            host.file("application.yaml", "shop:", "  name: " + "x".repeat(5 << 20));

            assertThat(linesInTime()).containsExactly("RNM-CFG-002 application.yaml @ application.yaml");
        }

        @Test
        void keysAreRefusedBeforeTheyMultiply() {
            StringBuilder text = new StringBuilder("? " + "k".repeat(1_000_000) + "\n:\n");
            for (int i = 0; i < 90_000; i++) {
                text.append("  a").append(i).append(": 1\n");
            }

            host.file("application.yaml", text.toString());

            assertThat(linesInTime()).hasSize(1).first().asString().startsWith("RNM-CFG-003");
        }

        @Test
        void numbersAreRefused() {
            host.file("application.properties", "shop.size=" + "9".repeat(3_000_000));

            assertThat(linesInTime()).containsExactly("RNM-CFG-010 shop.size @ application.properties:1:11");
        }

        @Test
        void numbersOfKeysOfNoModuleAndOfVariablesAreReported() {
            StringBuilder text = new StringBuilder("shop.name=a\n");
            for (int i = 0; i < 25_000; i++) {
                text.append("renum.healht.unknown").append(i).append("=1\n");
                host.variable("SHOP_UNKNOWN_" + i, "1");
            }
            host.file("application.properties", text.toString());

            List<Problem> warnings = host.builder().checks().here().report().problems();

            assertThat(warnings).hasSize(50_000);
            assertThat(warnings)
                    .filteredOn(problem -> !problem.suggestions().isEmpty())
                    .hasSizeBetween(1, 500);
        }

        @Test
        void numbersOfUnknownKeysAreReported() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 50_000; i++) {
                text.append("shop.unknown").append(i).append("=1\n");
            }

            host.file("application.properties", text.toString());

            ConfigReport report = host.report();

            assertThat(report.errors()).isEqualTo(50_000);
            assertThat(report.toString())
                    .contains("application.properties:100:1", "And 49900 problems more")
                    .hasSizeLessThan(100_000);
            assertThat(report.toJson()).contains("\"line\":50000,");
        }

        @Test
        void numbersOfWarningsAreLoggedInPart() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 150; i++) {
                text.append("renum.cache.unknown").append(i).append("=1\n");
            }
            host.file("application.properties", text.toString());

            try (RecordingLog log = new RecordingLog()) {
                assertThat(host.warnings()).hasSize(150);
                assertThat(log.lines("renum.cache.unknown")).hasSize(100);
                assertThat(log.lines("50 warnings more")).hasSize(1);
            }
        }
    }

    @Test
    void makesAProblemOfAConstructorThatThrows() {
        host.file("application.properties", "shop.name=a", "shop.size=13", "shop.key=an");

        ConfigReport report = host.report();

        assertThat(ProblemLines.of(report.problems())).startsWith("RNM-CFG-016 shop @ application.properties:1:1");
        assertThat(report.toString()).contains("Shop", "13 brings bad luck");
    }

    private List<String> lines() {
        return ProblemLines.of(host.report().problems());
    }

    private List<String> linesInTime() {
        long start = usedByThisThread();

        List<String> lines = lines();

        assertThat(Duration.ofNanos(usedByThisThread() - start)).isLessThan(Duration.ofSeconds(10));
        return lines;
    }

    /** Processor time, because a busy machine says nothing about the work; still, cold code takes its time. */
    private static long usedByThisThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Settings(prefix = "shop")
    record Shop(
            @Default("") String name,
            @Default("1") int size,
            Map<String, String> labels,
            @Default("") List<String> tags,
            @Nullable Secret<String> key) {
        Shop {
            if (size == 13) {
                throw new IllegalArgumentException("size 13 brings bad luck");
            }
        }
    }
}
