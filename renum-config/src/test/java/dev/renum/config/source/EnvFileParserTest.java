package dev.renum.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.Origin;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnvFileParserTest {
    private final FileContent content = new FileContent(new Origin(".env", Origin.Kind.ENV_FILE, "/.env", 0, 0, 1));

    @Test
    void placesNamesAndValues() {
        parse("# mine\r\n\r\n  A=1\r\nexport B = two words  # not a part\nC=\nD=x#y");

        assertThat(entries()).containsExactly("A=1 3:3 3:5", "B=two words 4:1 4:12", "C= 5:1 5:3", "D=x#y 6:1 6:3");
        assertThat(content.problems()).isEmpty();
    }

    @Test
    void readsQuotes() {
        parse("A='$x \\n # y' # comment\nB=\"a\\\"b\\\\c\\n\\td\\$\"\nC=\"-----BEGIN\nabc\n-----END\n\"\nD=''\n");

        assertThat(values()).containsExactly("$x \\n # y", "a\"b\\c\n\td\\$", "-----BEGIN\nabc\n-----END\n", "");
        assertThat(entries()).last().asString().startsWith("D= 7:1");
        assertThat(content.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "hunter2, 1:1, not NAME=value",
                "1A=hunter2, 1:1, not NAME=value",
                "export 1A=hunter2, 1:1, not NAME=value",
                "A=\"hunter2, 1:3, not closed",
                "A='hunter2, 1:3, not closed",
                "A='x'hunter2, 1:6, behind a closing quote"
            })
    void placesWhatIsMalformedAndReadsOn(String line, String place, String message) {
        parse(line + "\nB=1\n");

        assertThat(content.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.origin()).hasToString(".env:" + place);
            assertThat(problem.finding().message()).contains(message);
            assertThat(problem.toString()).doesNotContain("hunter2");
        });
        assertThat(content.layer().entries()).containsOnlyKeys("B");
    }

    @Test
    void refusesADuplicate() {
        parse("A=1\rA=2\r");

        assertThat(content.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.origin()).hasToString(".env:2:1"));
    }

    @Test
    @Timeout(60)
    void takesTimeInProportionToItsLength() {
        parse("#\nA=1\n".repeat(200_000));

        assertThat(content.problems()).hasSize(199_999);
    }

    private void parse(String text) {
        new EnvFileParser().parse(text, content);
    }

    private List<String> entries() {
        return content.layer().entries().values().stream()
                .map(entry -> entry.key() + "=" + entry.value() + " " + place(entry.keyOrigin()) + " "
                        + place(entry.origin()))
                .collect(Collectors.toList());
    }

    private List<String> values() {
        return content.layer().entries().values().stream().map(Entry::value).toList();
    }

    private static String place(Origin origin) {
        return origin.line() + ":" + origin.column();
    }
}
