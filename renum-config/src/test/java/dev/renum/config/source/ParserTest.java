package dev.renum.config.source;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.renum.config.report.Origin;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ParserTest {
    private final FileContent content = new FileContent(new Origin("file", Origin.Kind.DIRECTORY, "/file", 0, 0, 1));

    @Nested
    @Tag("without-yaml")
    final class Properties {
        @Test
        void placesKeysAndValues() {
            String text = "# comment\r\n  a.b : 1\r\n\r\n! no\\\nlong = one \\\n   two\nflag\n\\u00e4\\=x   y\n";

            parse(text);

            assertThat(entries())
                    .containsExactly("a.b=1 2:3 2:9", "long=one two 5:1 5:8", "flag= 7:1 7:5", "ä=x=y 8:1 8:13");
            assertThat(content.problems()).isEmpty();
        }

        @Test
        void placesAValueOnTheNextLine() {
            parse("key = \\\n    value\n");

            assertThat(entries()).containsExactly("key=value 1:1 2:5");
        }

        @Test
        void endsALineBehindABackslashThatStandsForItself() {
            parse("path = C:\\\\\nnext = 1\n");

            assertThat(entries()).containsExactly("path=C:\\ 1:1 1:8", "next=1 2:1 2:8");
        }

        @Test
        void endsInTheMiddleOfALine() {
            parse("key = value\\");

            assertThat(entries()).containsExactly("key=value 1:1 1:7");
        }

        @Test
        void refusesADuplicateWithoutShowingItsValue() {
            parse("password=hunter1\npassword=hunter2\n");

            assertThat(problems()).containsExactly("RNM-CFG-006 file:2:1");
            assertThat(content.problems().toString()).doesNotContain("hunter").contains("first in line 1");
        }

        @Test
        void refusesWhatWasSavedAsUtf16() {
            parse(new String("a=1\nb=2\n".getBytes(UTF_16BE), UTF_8));

            assertThat(problems()).containsExactly("RNM-CFG-003 file:1:1");
            assertThat(entries()).isEmpty();
        }

        @Test
        void refusesAMalformedEscapeAndReadsOn() {
            parse("a=\\u00g1\nb=2\n");

            assertThat(problems()).containsExactly("RNM-CFG-003 file:1:1");
            assertThat(entries()).containsExactly("b=2 2:1 2:3");
        }

        private void parse(String text) {
            new PropertiesParser().parse(text, content);
        }
    }

    @Nested
    final class Yaml {
        @Test
        void takesNoTextInBracesForAKey() {
            parse("a: {x}\nb: {y, z: 1}\nc: [{😀}]\nd: {k: , l: '', ? m : , 'n':}\n");

            assertThat(problems())
                    .containsExactly("RNM-CFG-003 file:1:1", "RNM-CFG-003 file:2:1", "RNM-CFG-003 file:3:5");
            assertThat(entries()).hasSize(4).allMatch(entry -> entry.startsWith("d."));
        }

        @Test
        void placesKeysAndValues() {
            parse("a:\n  b: 1\n  'c d': \"x\"\n  list:\n    - one\n    - k: v\nempty:\nnone: []\nd.e: no\n");

            assertThat(entries())
                    .containsExactly(
                            "a.b=1 2:3 2:6",
                            "a.c d=x 3:3 3:10",
                            "a.list[0]=one 5:7 5:7",
                            "a.list[1].k=v 6:7 6:10",
                            "empty= 7:1 7:7",
                            "none= 8:1 8:1",
                            "d.e=no 9:1 9:6");
            assertThat(content.layer().placeOf("a")).hasToString("file:1:1");
            assertThat(content.layer().placeOf("d")).hasToString("file:9:1");
            assertThat(content.layer().placeOf("x")).isNull();
        }

        @Test
        void takesAnEmptyFile() {
            parse("# nothing\n");

            assertThat(entries()).isEmpty();
            assertThat(problems()).isEmpty();
        }

        @Test
        void placesWhatIsNotYaml() {
            parse("a: 1\nb:\n\t- tab\n");

            assertThat(problems()).containsExactly("RNM-CFG-003 file:3:1");
        }

        @Test
        void refusesWhatHoldsNoKeys() {
            parse("- a\n- b\n");
            parse("? [a, b]\n: c\n");

            assertThat(problems()).containsExactly("RNM-CFG-003 file:1:1", "RNM-CFG-003 file:1:3");
        }

        @Test
        void refusesDuplicates() {
            parse("a:\n  b: 1\na.b: 2\n");

            assertThat(problems()).containsExactly("RNM-CFG-006 file:3:1");
        }

        @Test
        void survivesABombOfAliases() {
            StringBuilder bomb = new StringBuilder("l0: &l0 {a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9}\n");
            for (int i = 1; i < 6; i++) {
                bomb.append("l" + i + ": &l" + i + " {");
                for (char key = 'a'; key <= 'i'; key++) {
                    bomb.append(key + ": *l" + (i - 1) + (key == 'i' ? "}\n" : ", "));
                }
            }

            parse(bomb.toString());

            assertThat(problems()).hasSize(1);
            assertThat(content.problems().get(0).finding().message()).contains("100000");
        }

        @Test
        void refusesAnAliasInsideItself() {
            parse("a: &a\n  b: *a\n");

            assertThat(problems()).containsExactly("RNM-CFG-003 file:2:3");
        }

        @Test
        void survivesDeepNesting() {
            String deep = "a: " + "[".repeat(100_000);

            assertThatCode(() -> parse(deep)).doesNotThrowAnyException();

            assertThat(problems()).hasSize(1);
        }

        private void parse(String text) {
            new YamlParser().parse(text, content);
        }
    }

    private List<String> entries() {
        return content.layer().entries().values().stream()
                .map(entry -> entry.key() + "=" + entry.value() + " " + place(entry.keyOrigin()) + " "
                        + place(entry.origin()))
                .toList();
    }

    private static String place(Origin origin) {
        return origin.line() + ":" + origin.column();
    }

    private List<String> problems() {
        return content.problems().stream()
                .map(problem -> problem.finding().code() + " " + problem.origin())
                .toList();
    }
}
