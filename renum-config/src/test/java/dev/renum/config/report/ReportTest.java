package dev.renum.config.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {
    private static final Origin FILE = new Origin("a.yaml", Origin.Kind.DIRECTORY, "/etc/a.yaml", 3, 7, 120);
    private static final Finding WARNING = new Finding("T-1", Severity.WARNING, "a.b", "is \"odd\"\n2. fake", null);

    @Test
    void printsCaretsBelowWhatIsWrong() {
        Problem problem = Problem.of(WARNING, "a.b", FILE).withExcerpt(Excerpt.ofValue("b: ", "x\u001B[31m\u200Fy"));

        String text = new ConfigReport("app", Environment.DEV, List.of(problem)).toString();

        assertThat(text).isEqualTo("""
                The configuration of app for environment dev can be used: 0 errors, 1 warning.

                  1. warning T-1  a.b is "odd"?2. fake
                     at     a.yaml:3:7 (directory)

                          3 | b: x?[31m?y
                            |    ^^^^^^^^

                Files:
                  a.yaml is /etc/a.yaml
                """);
    }

    @Test
    void listsOnlyFilesWhoseNamesDoNotSayWhereTheyAre() {
        Origin whole = new Origin("/etc/b.yaml", Origin.Kind.DIRECTORY, "/etc/b.yaml", 1, 1, 120);
        List<Problem> problems = List.of(Problem.of(WARNING, "a.b", FILE), Problem.of(WARNING, "a.b", whole));

        assertThat(new ConfigReport("app", null, problems).toString())
                .endsWith("\n\nFiles:\n  a.yaml is /etc/a.yaml\n");
    }

    @Test
    void pointsAtAnEmptyValue() {
        Origin variable = Origin.of("A_B", Origin.Kind.ENVIRONMENT_VARIABLE, 300);
        Problem problem = Problem.of(WARNING, "a.b", variable).withExcerpt(Excerpt.ofValue("A_B=", ""));

        assertThat(new ConfigReport("app", null, List.of(problem)).toString())
                .contains("\n            | A_B=\n", "\n            |     ^\n")
                .doesNotContain("Files:");
    }

    @Test
    void marksAKeyWithoutItsValue() {
        assertThat(Excerpt.ofKey("port: ")).isEqualTo(new Excerpt("port: …", 0, 4));
        assertThat(Excerpt.ofKey("a.port  =  ")).isEqualTo(new Excerpt("a.port  =  …", 0, 6));
        assertThat(Excerpt.ofKey("")).isEqualTo(new Excerpt("…", 0, 0));
    }

    @Test
    void refusesAPartOutsideOfTheText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Excerpt("abc", 2, 2))
                .withMessageContaining("2+2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Excerpt("abc", -1, 1));
    }

    @Test
    void printsTheFirstHundredOnly() {
        List<Problem> problems = Collections.nCopies(102, Problem.of(WARNING, "a.b", FILE));

        assertThat(new ConfigReport("app", null, problems).toString())
                .contains("100. warning", "And 2 problems more; as JSON the report lists all.")
                .doesNotContain("101. ");
    }

    @Test
    void printsTheFirstHundredWaivedOnly() {
        Waived waived = new Waived(Problem.of(WARNING, "a.b", FILE), "known", LocalDate.EPOCH);

        assertThat(new ConfigReport("app", null, List.of(), Collections.nCopies(103, waived)).toString())
                .contains("Waived:\n  T-1 ", "\n  and 3 more\n")
                .satisfies(text -> assertThat(text.lines()).hasSize(104));
    }

    @Test
    void writesAllProblemsAsJson() {
        List<Problem> problems = Collections.nCopies(50_000, Problem.of(WARNING, "a.b", FILE));
        ConfigReport report = new ConfigReport("app", null, problems, List.of());

        assertThat(report.toJson().split("\"code\"", -1)).hasSize(50_001);
        assertThat(report.toString().length()).isLessThan(50_000);
    }

    @Test
    void writesEveryFieldAsJson() {
        Origin rule = Origin.declaration(ReportTest.class);
        Origin shadowed = Origin.of("A_B", Origin.Kind.ENVIRONMENT_VARIABLE, 100);
        Problem problem =
                new Problem(WARNING, "a.b", FILE, rule, List.of(shadowed), List.of("a.c"), Excerpt.ofValue("b: ", "x"));

        assertThat(new ConfigReport("app", null, List.of(problem)).toJson())
                .isEqualTo("{\"application\":\"app\",\"environment\":null,\"usable\":true,\"errors\":0,\"warnings\":1,"
                        + "\"problems\":[{\"code\":\"T-1\",\"severity\":\"WARNING\",\"subject\":\"a.b\",\"key\":\"a.b\","
                        + "\"message\":\"is \\\"odd\\\"\\n2. fake\",\"cure\":null,"
                        + "\"origin\":{\"source\":\"a.yaml\",\"kind\":\"DIRECTORY\",\"location\":\"/etc/a.yaml\","
                        + "\"line\":3,\"column\":7,\"ordinal\":120},"
                        + "\"excerpt\":{\"text\":\"b: x\",\"start\":3,\"length\":1},"
                        + "\"rule\":{\"source\":\"ReportTest\",\"kind\":\"RECORD\",\"location\":null,\"line\":null,"
                        + "\"column\":null,\"ordinal\":0},"
                        + "\"shadowed\":[{\"source\":\"A_B\",\"kind\":\"ENVIRONMENT_VARIABLE\",\"location\":null,"
                        + "\"line\":null,\"column\":null,\"ordinal\":100}],"
                        + "\"suggestions\":[\"a.c\"]}],\"waived\":[]}");
    }
}
