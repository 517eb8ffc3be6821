package dev.renum.verification.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CoverageGateTest {
    @TempDir
    private Path directory;

    @Test
    void passesAReportThatReachesTheMinimum() throws IOException {
        Path report = report("""
                <group name="core"><counter type="LINE" missed="90" covered="10"/></group>
                <counter type="BRANCH" missed="9" covered="1"/>
                <counter type="LINE" missed="10" covered="90"/>
                """);

        assertThat(CoverageGate.pass(report, 90)).isEqualTo("Tests run 90.0 % of 100 lines; 90.0 % are asked for");
    }

    @Test
    void refusesAReportBelowTheMinimum() throws IOException {
        Path report = report("<counter type=\"LINE\" missed=\"11\" covered=\"89\"/>");

        assertThatIllegalStateException()
                .isThrownBy(() -> CoverageGate.pass(report, 90))
                .withMessage("Tests run 89.0 % of 100 lines; 90.0 % are asked for");
    }

    @Test
    void refusesAMissingReport() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CoverageGate.pass(directory.resolve("none.xml"), 90))
                .withMessageContaining("none.xml");
    }

    @Test
    void refusesAReportThatCountsNothing() throws IOException {
        Path report = report("");

        assertThatIllegalStateException()
                .isThrownBy(() -> CoverageGate.pass(report, 90))
                .withMessageContaining("counts no line");
    }

    @Test
    void refusesAReportThatIsNotXml() throws IOException {
        Path report = Files.writeString(directory.resolve("jacoco.xml"), "<report");

        assertThatIllegalStateException()
                .isThrownBy(() -> CoverageGate.pass(report, 90))
                .withMessageContaining("is not XML");
    }

    private Path report(String content) throws IOException {
        return Files.writeString(directory.resolve("jacoco.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">
                <report name="total">%s</report>
                """.formatted(content));
    }
}
