package dev.renum.verification.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.renum.core.FindingCode;
import dev.renum.core.Severity;
import dev.renum.verification.repository.Module;
import dev.renum.verification.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingCatalogTest {
    private static final Repository REPOSITORY = Repository.current();

    @Test
    void codesOfAllModulesAreUniqueAndWellFormed() {
        assertThat(catalog().faults()).isEmpty();
    }

    @Test
    void theGuideExplainsEveryCodeAndNoOther() throws IOException {
        String guide = Files.readString(REPOSITORY.root().resolve("docs/troubleshooting.md"));

        assertThat(catalog().missingIn(guide)).as("codes without a section").isEmpty();
        assertThat(catalog().unknownIn(guide)).as("sections without a code").isEmpty();
    }

    @Test
    void findsMalformedAndDoubleCodes() {
        FindingCatalog catalog = FindingCatalog.of(List.of(Codes.class));

        assertThat(catalog.faults())
                .containsExactly(
                        "RNM-AB-1 of MALFORMED has not the form RNM-ABC-123", "RNM-ABC-001 of DOUBLE is in use twice");
    }

    @Test
    void findsCodesAndSectionsThatMissEachOther() {
        FindingCatalog catalog = FindingCatalog.of(List.of(Codes.class));
        String guide = """
                # Guide
                ## RNM-ABC-001: first
                Not a heading: ## RNM-AB-1
                ## RNM-ABC-999 gone
                """;

        assertThat(catalog.missingIn(guide)).containsExactly("RNM-AB-1");
        assertThat(catalog.unknownIn(guide)).containsExactly("RNM-ABC-999");
    }

    private static FindingCatalog catalog() {
        return FindingCatalog.of(new ClassFileImporter()
                        .importPaths(REPOSITORY.publishedModules().stream()
                                .map(Module::classes)
                                .toList())
                        .stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(FindingCode.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList());
    }

    private enum Codes implements FindingCode {
        FIRST("RNM-ABC-001"),
        MALFORMED("RNM-AB-1"),
        DOUBLE("RNM-ABC-001");

        private final String id;

        Codes(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Severity severity() {
            return Severity.INFO;
        }
    }
}
