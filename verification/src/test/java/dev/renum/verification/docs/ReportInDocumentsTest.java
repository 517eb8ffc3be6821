package dev.renum.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.verification.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The report that documents show is the one that a test of renum-config compares with what is printed. */
final class ReportInDocumentsTest {
    private static final Path ROOT = Repository.current().root();
    private static final String BEGIN = "The configuration of shop for environment dev cannot be used: 8 errors.\n";

    @Test
    void isWholeInTheGuide() throws IOException {
        assertThat(shown("docs/guides/config.md")).isEqualTo(printed());
    }

    @Test
    void isPartOfItInTheReadme() throws IOException {
        List<String> parts = Arrays.stream(shown("README.md").split("…\n"))
                .filter(part -> !part.isBlank())
                .toList();

        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(printed()).containsSubsequence(parts);
    }

    /** The block that begins as the report does. */
    private static String shown(String document) throws IOException {
        String text = Files.readString(ROOT.resolve(document));
        int begin = text.indexOf("```text\n" + BEGIN) + "```text\n".length();
        return text.substring(begin, text.indexOf("```", begin));
    }

    private static String printed() throws IOException {
        return Files.readString(
                ROOT.resolve("renum-config/src/test/resources/dev/renum/config/eight-defects.yaml.txt"));
    }
}
