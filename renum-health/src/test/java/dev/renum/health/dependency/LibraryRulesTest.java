package dev.renum.health.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.health.HealthCode;
import dev.renum.health.dependency.CompatibilityReport.Comparison;
import dev.renum.health.dependency.CompatibilityReport.Verdict;
import dev.renum.health.dependency.DependencyInfo.Confidence;
import dev.renum.health.dependency.DependencyInfo.Kind;
import dev.renum.health.dependency.DependencyInfo.State;
import dev.renum.health.library.Evidence;
import dev.renum.health.library.Inventory;
import dev.renum.health.library.Library;
import dev.renum.health.library.Overlap;
import dev.renum.health.library.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LibraryRulesTest {
    private final List<Library> libraries = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private final List<Overlap> overlaps = new ArrayList<>();

    @Test
    void findsNothingWhereEverythingFits() {
        pom("org.postgresql", "postgresql", "42.7.14");
        require("org.postgresql:postgresql", "[42.7,43)", false);

        assertThat(report().status()).isEqualTo(ValidationStatus.VALID);
        assertThat(report().recommendations()).isEmpty();
        assertThat(report().all())
                .containsExactly(new DependencyInfo(
                        Kind.LIBRARY,
                        "org.postgresql:postgresql",
                        "42.7.14",
                        Confidence.CERTAIN,
                        "pom.properties",
                        "postgresql-42.7.14.jar",
                        List.of("[42.7,43) by the application"),
                        State.PRESENT));
    }

    @Test
    void findsALibraryThatIsMissing() {
        require("org.postgresql:postgresql", "[42.7,43)", false);

        assertThat(report().status()).isEqualTo(ValidationStatus.INVALID);
        assertThat(report().missingDependencies())
                .extracting(DependencyInfo::name)
                .containsExactly("org.postgresql:postgresql");
        assertThat(findings()).containsExactly(tuple("RNM-HLT-100", Severity.ERROR, "org.postgresql:postgresql"));
        assertThat(report().recommendations().get(0).cure()).contains("at least 42.7");
        assertThat(compatibility().status()).isEqualTo(ValidationStatus.INVALID);
    }

    @Test
    void allowsAnOptionalLibraryToBeAbsent() {
        require("org.postgresql:postgresql", "[42.7,43)", true);

        assertThat(report().status()).isEqualTo(ValidationStatus.VALID);
        assertThat(report().missingDependencies()).isEmpty();
        assertThat(compatibility().status()).isEqualTo(ValidationStatus.VALID);
        assertThat(compatibility().comparisons())
                .extracting(Comparison::verdict)
                .containsExactly(Verdict.ABSENT);
    }

    @Test
    void namesTheVersionToTake() {
        pom("org.postgresql", "postgresql", "42.5.1");
        require("org.postgresql:postgresql", "[42.7,43)", false);

        assertThat(report().versionConflicts())
                .containsExactly(new VersionConflict(
                        VersionConflict.Kind.OUT_OF_RANGE,
                        "org.postgresql:postgresql",
                        List.of("42.5.1"),
                        "[42.7,43)",
                        "the application",
                        "42.7",
                        Severity.ERROR));
        assertThat(report().recommendations()).extracting(Finding::code).containsExactly("RNM-HLT-101");
        assertThat(report().recommendations().get(0).cure()).contains("use 42.7 or a later one within [42.7,43)");
        assertThat(report().all()).extracting(DependencyInfo::state).containsExactly(State.OUT_OF_RANGE);
    }

    @Test
    void namesNoTargetWhereTheVersionIsTooNew() {
        pom("org.postgresql", "postgresql", "43.0");
        require("org.postgresql:postgresql", "[42.7,43)", false);

        assertThat(report().versionConflicts())
                .extracting(VersionConflict::target)
                .containsOnlyNulls();
    }

    @Test
    void judgesMildlyWhatIsOptionalOrGuessedOrAPart() {
        pom("a", "optional", "1");
        library(null, "guessed", "1", false, Evidence.FILE_NAME);
        library("c", "part", "1", true, Evidence.POM_PROPERTIES);
        require("a:optional", "[2,3)", true);
        require("b:guessed", "[2,3)", false);
        require("c:part", "[2,3)", false);

        assertThat(report().recommendations())
                .extracting(Finding::severity)
                .containsOnly(Severity.WARNING)
                .hasSize(3);
        assertThat(report().status()).isEqualTo(ValidationStatus.WARNINGS);
    }

    @Test
    void prefersALibraryToAPartOfAnotherOne() {
        library("a", "lib", "1", true, Evidence.POM_PROPERTIES);
        library("a", "lib", "2", false, Evidence.POM_PROPERTIES);
        require("a:lib", "[2,3)", false);

        assertThat(compatibility().comparisons()).extracting(Comparison::found).containsExactly("2");
    }

    @Test
    void saysWhereNothingTellsAVersion() {
        library(null, "lib", null, false, Evidence.FILE_NAME);
        require("a:lib", "[2,3)", false);

        assertThat(findings()).containsExactly(tuple("RNM-HLT-102", Severity.WARNING, "a:lib"));
        assertThat(report().all())
                .extracting(DependencyInfo::state, DependencyInfo::confidence)
                .containsExactly(tuple(State.UNKNOWN, Confidence.NONE));
        assertThat(compatibility().status()).isEqualTo(ValidationStatus.WARNINGS);
    }

    @Test
    void tellsHowSureItIs() {
        library("a", "pom", "1", false, Evidence.POM_PROPERTIES);
        library("a", "part", "1", true, Evidence.POM_PROPERTIES);
        library(null, "both", "1", false, Evidence.MANIFEST, Evidence.FILE_NAME);
        library(null, "manifest", "1", false, Evidence.MANIFEST);
        library(null, "file", "1", false, Evidence.FILE_NAME);

        assertThat(report().all())
                .extracting(DependencyInfo::confidence)
                .containsExactly(
                        Confidence.CERTAIN,
                        Confidence.LIKELY,
                        Confidence.CERTAIN,
                        Confidence.LIKELY,
                        Confidence.GUESSED);
    }

    @ParameterizedTest
    @CsvSource({
        "io.micrometer, micrometer-core, 1.17.2, micrometer-commons, 1.16.0, Micrometer, ERROR",
        "io.micrometer, micrometer-core, 1.17.2, micrometer-observation, 1.17.1, Micrometer, WARNING",
        "io.netty, netty-buffer, 4.1.137.Final, netty-transport, 4.2.13.Final, Netty, ERROR",
        "com.fasterxml.jackson.core, jackson-core, 2.17.2, jackson-databind, 2.20.1, Jackson 2, ERROR",
        "tools.jackson.core, jackson-core, 3.1.0, jackson-databind, 3.2.4, Jackson 3, ERROR",
        "org.hibernate.orm, hibernate-core, 7.4.6.Final, hibernate-envers, 7.4.5.Final, Hibernate ORM, WARNING",
        "org.slf4j, slf4j-api, 2.0.20, jul-to-slf4j, 1.7.36, SLF4J, ERROR",
        "org.springframework, spring-core, 7.0.10, spring-web, 7.0.1, Spring Framework, WARNING",
        "ch.qos.logback, logback-core, 1.5.20, logback-classic, 1.5.19, Logback, WARNING",
    })
    void findsAFamilyThatDisagrees(
            String group, String a, String versionA, String b, String versionB, String family, Severity severity) {
        pom(group, a, versionA);
        pom(group, b, versionB);

        assertThat(findings()).contains(tuple("RNM-HLT-103", severity, family));
        assertThat(report().versionConflicts())
                .extracting(VersionConflict::dependency)
                .containsExactly(family);
        String highest = VersionRange.compare(versionA, versionB) > 0 ? versionA : versionB;
        assertThat(report().versionConflicts())
                .extracting(VersionConflict::target)
                .containsExactly(highest);
    }

    @ParameterizedTest
    @CsvSource({
        "io.micrometer, micrometer-core, 1.17.2, micrometer-tracing, 1.5.0",
        "io.micrometer, micrometer-core, 1.17.2, context-propagation, 1.1.3",
        "io.netty, netty-buffer, 4.1.137.Final, netty-tcnative-classes, 2.0.70.Final",
        "com.fasterxml.jackson.core, jackson-databind, 2.17.2, jackson-core, 2.17.1",
        "com.fasterxml.jackson.core, jackson-databind, 2.17.2, jackson-annotations, 2.20",
        "org.slf4j, slf4j-api, 2.0.20, slf4j-simple, 2.0.17",
        "org.springframework.data, spring-data-jpa, 4.0.0, spring-core, 7.0.1",
    })
    void leavesThoseAloneThatGoTogether(String group, String a, String versionA, String b, String versionB) {
        pom(group, a, versionA);
        pom(group, b, versionB);

        assertThat(report().versionConflicts()).isEmpty();
        assertThat(report().recommendations()).extracting(Finding::code).doesNotContain("RNM-HLT-103");
    }

    @Test
    void recognisesAFamilyByNameWhereNothingTellsTheGroup() {
        library(null, "micrometer-core", "1.17.2", false, Evidence.MANIFEST);
        library(null, "micrometer-commons", "1.16.0", false, Evidence.MANIFEST);

        assertThat(findings()).containsExactly(tuple("RNM-HLT-103", Severity.ERROR, "Micrometer"));
    }

    @Test
    void doesNotCountPartsOfOtherLibrariesInAFamily() {
        pom("org.ow2.asm", "asm", "9.9.1");
        library("org.ow2.asm", "asm", "9.4", true, Evidence.POM_PROPERTIES);

        assertThat(report().recommendations()).isEmpty();
    }

    @Test
    void namesFiveMembersOfAFamilyAtMost() {
        pom("io.netty", "netty-a", "4.2.0.Final");
        IntStream.range(0, 7).forEach(i -> pom("io.netty", "netty-b" + i, "4.1.0.Final"));

        assertThat(report().recommendations().get(0).message())
                .contains(
                        "4.2.0.Final: netty-a; 4.1.0.Final: netty-b0, netty-b1, netty-b2, netty-b3, netty-b4 and 2 more");
    }

    @Test
    void wantsAnnotationsOfJacksonNoOlderThanTheRest() {
        pom("com.fasterxml.jackson.core", "jackson-annotations", "2.15.2");
        pom("com.fasterxml.jackson.core", "jackson-databind", "2.17.2");

        assertThat(findings()).containsExactly(tuple("RNM-HLT-103", Severity.ERROR, "Jackson 2"));
    }

    @Test
    void comparesAnnotationsOfJackson2NotWithJackson3() {
        pom("com.fasterxml.jackson.core", "jackson-annotations", "2.22");
        pom("tools.jackson.core", "jackson-databind", "3.2.4");

        assertThat(report().recommendations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2.0.20, logback-classic, 1.5.20,",
        "2.0.20, slf4j-simple, 2.0.17,",
        "2.0.20, log4j-slf4j2-impl, 2.25.0,",
        "1.7.36, logback-classic, 1.2.13,",
        "1.7.36, log4j-slf4j-impl, 2.20.0,",
        "2.0.20, logback-classic, 1.2.13, ERROR",
        "2.0.20, log4j-slf4j-impl, 2.25.0, ERROR",
        "1.7.36, logback-classic, 1.5.20, ERROR",
        "2.0.20, other, 1, INFO",
    })
    void wantsAProviderOfTheGenerationOfTheApi(
            String api, String provider, String version, @Nullable Severity severity) {
        pom("org.slf4j", "slf4j-api", api);
        library(null, provider, version, false, Evidence.MANIFEST);

        assertThat(report().recommendations().stream().filter(one -> one.code().equals("RNM-HLT-106")))
                .extracting(Finding::severity)
                .isEqualTo(severity == null ? List.of() : List.of(severity));
    }

    @Test
    void wantsOneProviderOfLogging() {
        pom("org.slf4j", "slf4j-api", "2.0.20");
        pom("org.slf4j", "slf4j-nop", "2.0.20");
        pom("ch.qos.logback", "logback-classic", "1.5.20");

        assertThat(findings()).containsExactly(tuple("RNM-HLT-106", Severity.WARNING, "SLF4J"));
        assertThat(report().recommendations().get(0).message()).contains("logback-classic 1.5.20, slf4j-nop 2.0.20");
    }

    @Test
    void findsOneLibraryInTwoVersions() {
        library("a", "lib", "1.9", false, "first.jar", Evidence.POM_PROPERTIES);
        library("a", "lib", "1.10", false, "second.jar", Evidence.POM_PROPERTIES);
        overlaps.add(new Overlap("first.jar", "second.jar", 10, 10, List.of("a")));

        assertThat(findings()).containsExactly(tuple("RNM-HLT-104", Severity.WARNING, "a:lib"));
        assertThat(report().versionConflicts())
                .extracting(VersionConflict::kind, VersionConflict::target)
                .containsExactly(tuple(VersionConflict.Kind.DUPLICATE, "1.10"));
    }

    @Test
    void mentionsOneLibraryThatIsThereTwiceInOneVersion() {
        library("a", "lib", "1", false, "first.jar", Evidence.POM_PROPERTIES);
        library("a", "lib", "1", false, "second.jar", Evidence.POM_PROPERTIES);

        assertThat(findings()).containsExactly(tuple("RNM-HLT-104", Severity.INFO, "a:lib"));
        assertThat(report().versionConflicts()).isEmpty();
    }

    @Test
    void believesTwoLibrariesOfOneNameToBeOneOnlyIfTheyShareClasses() {
        library(null, "core", "1", false, "core-1.jar", Evidence.FILE_NAME);
        library(null, "core", "2", false, "core-2.jar", Evidence.FILE_NAME);

        assertThat(report().recommendations()).isEmpty();

        overlaps.add(new Overlap("core-1.jar", "core-2.jar", 10, 3, List.of("a")));

        assertThat(findings()).containsExactly(tuple("RNM-HLT-104", Severity.WARNING, "core"));
    }

    @Test
    void findsDoubleClassesAsOneFindingForEachPair() {
        overlaps.add(new Overlap("first.jar", "second.jar", 10, 3, List.of("a", "b")));
        overlaps.add(new Overlap("first.jar", "third.jar", 5, 0, List.of("a")));

        assertThat(findings())
                .containsExactly(
                        tuple("RNM-HLT-105", Severity.WARNING, "first.jar"),
                        tuple("RNM-HLT-105", Severity.INFO, "first.jar"));
        assertThat(report().recommendations().get(0).message())
                .isEqualTo("has 10 classes that second.jar has as well, 3 of them different, in packages such as a, b");
    }

    @Test
    void namesTwentyPairsAtMost() {
        IntStream.range(0, 50).forEach(i -> overlaps.add(new Overlap("first.jar", i + ".jar", 10, 3, List.of("a"))));

        assertThat(report().recommendations()).hasSize(21);
        assertThat(report().recommendations().get(20).message()).contains("30 more pairs");
    }

    @Test
    void masksSecretsAndCutsWhatIsLong() {
        Judgement judgement = new Judgement();
        Trouble trouble = new Trouble(
                Trouble.Kind.UNREADABLE,
                "https://user:s3cret-pass@host/lib.jar",
                "token=abcdefgh12345678 " + "x".repeat(5_000));

        TroubleRule.apply(new Inventory(0, List.of(), List.of(), List.of(), List.of(trouble)), judgement);

        Finding finding = judgement.report(Instant.EPOCH).recommendations().get(0);
        assertThat(finding.toString())
                .doesNotContain("s3cret-pass", "abcdefgh12345678")
                .hasSizeLessThan(3_000);
    }

    @Test
    void masksASecretThatTheCutWouldHalve() {
        Judgement judgement = new Judgement();
        String padding = "x".repeat(1_982);

        judgement.find(HealthCode.JAR_UNREADABLE, "lib.jar", padding + " ftp://me:s3cret-pass@host/lib.jar", null);

        assertThat(judgement.report(Instant.EPOCH).recommendations().toString()).doesNotContain("s3cret");
    }

    @Test
    void masksWhoAsksAndWhereALibraryIs() {
        String url = "https://user:s3cret-pass@host/";
        library("org.example", "lib", "1", false, url + "lib-1.jar", Evidence.POM_PROPERTIES);
        library("org.example", "lib", "2", false, url + "lib-2.jar", Evidence.POM_PROPERTIES);
        requirements.add(
                new Requirement(Kind.LIBRARY, "org.example:lib", VersionRange.parse("[3,)"), false, url, "for " + url));
        requirements.add(
                new Requirement(Kind.LIBRARY, "org.example:gone", VersionRange.parse("[3,)"), false, url, null));

        assertThat(records(report(), compatibility()))
                .contains("org.example:lib", "org.example:gone", "@host")
                .doesNotContain("s3cret");
    }

    @Test
    void countsTheFindingsThatAreTooManyAndTellsTheGravestOfThem() {
        Judgement full = new Judgement();
        IntStream.range(0, 1_000).forEach(i -> full.find(HealthCode.CLASS_PATH_ENTRY_MISSING, "lib.jar", "is not", ""));
        full.find(HealthCode.SERVICE_UNREACHABLE, "db", "is DOWN", "see its check");

        Judgement judgement = full.copy();
        judgement.find(HealthCode.LIBRARY_VERSION_UNKNOWN, "lib", "has no version", null);
        ValidationReport report = judgement.report(Instant.EPOCH);

        assertThat(report.status()).isEqualTo(ValidationStatus.INVALID);
        assertThat(report.recommendations()).hasSize(1_001);
        assertThat(report.recommendations().get(0))
                .isEqualTo(Finding.of(
                        HealthCode.SERVICE_UNREACHABLE,
                        "db",
                        "is DOWN; 2 findings, of which none is graver than this, are too many to be told",
                        "see its check"));
    }

    @ParameterizedTest
    @CsvSource({"UNREADABLE, RNM-HLT-120", "TOO_LARGE, RNM-HLT-121", "ABSENT, RNM-HLT-123"})
    void givesEachTroubleItsCode(Trouble.Kind kind, String code) {
        Judgement judgement = new Judgement();

        Trouble trouble = new Trouble(kind, "lib.jar", "message");
        TroubleRule.apply(new Inventory(0, List.of(), List.of(), List.of(), List.of(trouble)), judgement);

        assertThat(judgement.report(Instant.EPOCH).recommendations())
                .extracting(Finding::code)
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"17.0.12+7, 17.0.12", "25, 25", "27-ea+11, 27-rc", "21.0.1-internal, 21.0.1-rc"})
    void readsTheVersionOfJava(String running, String version) {
        assertThat(JavaRule.text(Runtime.Version.parse(running))).isEqualTo(version);
    }

    @Test
    void findsAJavaThatDoesNotFit() {
        Judgement judgement = new Judgement();
        List<Requirement> asked = List.of(java("[17,)", "a"), java("[21,25)", "b"));

        JavaRule.apply(Runtime.Version.parse("17.0.12"), asked, judgement);

        ValidationReport report = judgement.report(Instant.EPOCH);
        assertThat(report.recommendations()).extracting(Finding::code).containsExactly("RNM-HLT-107");
        assertThat(report.all()).extracting(DependencyInfo::state).containsExactly(State.OUT_OF_RANGE);
        assertThat(judgement.compatibility(Instant.EPOCH).comparisons())
                .extracting(Comparison::requiredBy, Comparison::verdict)
                .containsExactly(tuple("a", Verdict.FITS), tuple("b", Verdict.DOES_NOT_FIT));
    }

    private void pom(String group, String name, String version) {
        library(group, name, version, false, Evidence.POM_PROPERTIES);
    }

    private void library(
            @Nullable String group, String name, @Nullable String version, boolean shaded, Evidence... evidence) {
        library(group, name, version, shaded, name + "-" + version + ".jar", evidence);
    }

    private void library(
            @Nullable String group,
            String name,
            @Nullable String version,
            boolean shaded,
            String location,
            Evidence... evidence) {
        libraries.add(new Library(group, name, version, Set.of(evidence), location, shaded));
    }

    private void require(String coordinates, String range, boolean optional) {
        requirements.add(new Requirement(
                Kind.LIBRARY, coordinates, VersionRange.parse(range), optional, Requirement.APPLICATION, null));
    }

    /** Everything in them, beyond what their tables show. */
    private static String records(ValidationReport report, CompatibilityReport compatibility) {
        return List.of(
                        report.all(),
                        report.missingDependencies(),
                        report.versionConflicts(),
                        report.recommendations(),
                        compatibility.comparisons(),
                        compatibility.conflicts())
                .toString();
    }

    private static Requirement java(String range, String requiredBy) {
        return new Requirement(Kind.JAVA, "java", VersionRange.parse(range), false, requiredBy, null);
    }

    private List<Tuple> findings() {
        return report().recommendations().stream()
                .map(one -> tuple(one.code(), one.severity(), one.subject()))
                .toList();
    }

    private ValidationReport report() {
        return judgement().report(Instant.EPOCH);
    }

    private CompatibilityReport compatibility() {
        return judgement().compatibility(Instant.EPOCH);
    }

    private Judgement judgement() {
        Judgement judgement = new Judgement();
        Inventory inventory = new Inventory(libraries.size(), libraries, List.of(), overlaps, List.of());
        LibraryRules.apply(inventory, requirements, judgement);
        return judgement;
    }
}
