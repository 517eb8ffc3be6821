package dev.renum.health.dependency;

import static dev.renum.health.dependency.Validations.check;
import static dev.renum.health.dependency.Validations.figures;
import static dev.renum.health.dependency.Validations.finding;
import static dev.renum.health.dependency.Validations.monitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Deadline;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.dependency.CompatibilityReport.Comparison;
import dev.renum.health.dependency.CompatibilityReport.Verdict;
import dev.renum.health.library.JarMaker;
import dev.renum.health.library.RequirementsText;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class DependencyValidatorTest {
    @TempDir
    private Path directory;

    @Nested
    final class Libraries {
        @Test
        void findsWhatTheTestsRunWith() {
            try (HealthMonitor health = monitor();
                    DependencyValidator validator = DependencyValidator.builder(health)
                            .library("org.postgresql:postgresql", "[42.7,43)")
                            .library("com.h2database:h2", "[2,3)")
                            .library("org.hdrhistogram:HdrHistogram", "[2.2,3)")
                            .optionalLibrary("org.mongodb:mongodb-driver-core", "[5,6)")
                            .java("[17,)")
                            .build()) {
                CompatibilityReport report = validator.checkVersionCompatibility();

                assertThat(report.comparisons().stream()
                                .filter(one -> one.requiredBy().equals(Requirement.APPLICATION)))
                        .extracting(Comparison::name, Comparison::verdict)
                        .containsExactlyInAnyOrder(
                                tuple("java", Verdict.FITS),
                                tuple("org.postgresql:postgresql", Verdict.FITS),
                                tuple("com.h2database:h2", Verdict.FITS),
                                tuple("org.hdrhistogram:HdrHistogram", Verdict.FITS),
                                tuple("org.mongodb:mongodb-driver-core", Verdict.ABSENT));
            }
        }

        @Test
        void readsWhatItsOwnModuleRequires() {
            try (HealthMonitor health = monitor();
                    DependencyValidator validator =
                            DependencyValidator.builder(health).build()) {
                assertThat(validator.checkVersionCompatibility().comparisons().stream()
                                .filter(one -> one.requiredBy().equals("renum-health")))
                        .hasSizeGreaterThan(4)
                        .extracting(Comparison::verdict)
                        .containsOnly(Verdict.FITS);
            }
        }

        @Test
        void readsWhatAJarRequires() throws IOException {
            Path jar = JarMaker.jar()
                    .withPom("org.example", "lib", "1")
                    .with(RequirementsText.ENTRY, """
                            {"name": "lib", "libraries": [
                              {"name": "org.example:gone", "version": "[1,2)", "reason": "to work at all"},
                              {"name": "org.slf4j:slf4j-api", "version": "[1.7,2)"}], "oops": 1}
                            """)
                    .write(directory.resolve("lib-1.jar"));

            ValidationReport report = validate(jar);

            assertThat(report.status()).isEqualTo(ValidationStatus.INVALID);
            assertThat(report.missingDependencies())
                    .extracting(DependencyInfo::name, DependencyInfo::requirements)
                    .containsExactly(tuple("org.example:gone", List.of("[1,2) by lib")));
            assertThat(report.recommendations())
                    .extracting(Finding::code)
                    .contains("RNM-HLT-100", "RNM-HLT-101", "RNM-HLT-122");
            assertThat(report.recommendations())
                    .extracting(Finding::message)
                    .anyMatch(message -> message.contains("lib asks for [1,2) (to work at all)"));
        }

        @Test
        void looksThroughAHundredJarsWithoutHinderingTheStart() throws IOException {
            List<Path> jars = JarMaker.real();
            try (HealthMonitor health = monitor();
                    URLClassLoader loader = loader(jars.toArray(Path[]::new))) {
                long begun = System.currentTimeMillis();
                DependencyValidator validator =
                        DependencyValidator.builder(health).classLoader(loader).build();
                long built = System.currentTimeMillis();
                ValidationReport report = validator.validateAllDependencies();
                long done = System.currentTimeMillis();
                validator.close();

                System.out.println("build() took " + (built - begun) + " ms, "
                        + report.all().size() + " dependencies were looked through in " + (done - begun) + " ms");
                System.out.println(report);
                assertThat(report.all()).hasSizeGreaterThan(100);
                assertThat(report.recommendations()).allSatisfy(finding -> {
                    assertThat(finding.code()).startsWith("RNM-HLT-1");
                    assertThat(finding.cure()).isNotBlank();
                });
                assertThat(report.versionConflicts())
                        .isNotEmpty()
                        .allSatisfy(conflict -> assertThat(conflict.target()).isNotNull());
                assertThat(report.recommendations())
                        .extracting(Finding::code, Finding::subject)
                        .contains(
                                tuple("RNM-HLT-103", "Kotlin"),
                                tuple("RNM-HLT-103", "Jackson 2"),
                                tuple("RNM-HLT-106", "SLF4J"),
                                tuple("RNM-HLT-104", "checker-qual"));
            }
        }
    }

    @Nested
    final class Lifecycle {
        private final CountDownLatch mayGoOn = new CountDownLatch(1);

        @Test
        void returnsAtOnceAndIsPendingUntilTheFirstLookIsDone() {
            try (HealthMonitor health = monitor();
                    DependencyValidator validator = DependencyValidator.builder(health)
                            .classLoader(blocking())
                            .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                            .build()) {
                ValidationReport early = validator.latest();
                HealthResult check = check(validator);
                Map<String, Double> figures = figures(validator);
                mayGoOn.countDown();
                ValidationReport late = validator.validateAllDependencies();

                assertThat(early.status()).isEqualTo(ValidationStatus.PENDING);
                assertThat(early.timestamp()).isEqualTo(Instant.EPOCH);
                assertThat(early.recommendations()).extracting(Finding::code).containsExactly("RNM-HLT-124");
                assertThat(check.status()).isEqualTo(HealthStatus.UNKNOWN);
                assertThat(figures.values()).containsOnly(Double.NaN);
                assertThat(late.status()).isNotEqualTo(ValidationStatus.PENDING);
                assertThat(figures(validator).values()).doesNotContain(Double.NaN);
            }
        }

        @Test
        void waitsNoLongerThanTheLimit() {
            try (HealthMonitor health = monitor();
                    DependencyValidator validator = DependencyValidator.builder(health)
                            .classLoader(blocking())
                            .limit(Duration.ofMillis(50))
                            .build()) {
                assertThat(validator.validateAllDependencies().status()).isEqualTo(ValidationStatus.PENDING);
                assertThat(validator.checkVersionCompatibility().status()).isEqualTo(ValidationStatus.PENDING);
                assertThat(validator.generateHealthReport().text()).contains("Dependencies: PENDING");
            }
        }

        @Test
        void keepsTheInterruptOfWhoWaits() {
            try (HealthMonitor health = monitor();
                    DependencyValidator validator = DependencyValidator.builder(health)
                            .classLoader(blocking())
                            .build()) {
                Thread.currentThread().interrupt();

                ValidationReport report = validator.validateAllDependencies();

                assertThat(Thread.interrupted()).isTrue();
                assertThat(report.status()).isEqualTo(ValidationStatus.PENDING);
            }
        }

        @Test
        void endsItsThreadWhenItIsClosed() {
            try (HealthMonitor health = monitor()) {
                DependencyValidator validator = DependencyValidator.builder(health)
                        .classLoader(blocking())
                        .build();

                validator.close();
                validator.close();

                assertThat(threads()).isEmpty();
                assertThat(validator.latest().status()).isEqualTo(ValidationStatus.PENDING);
            }
        }

        @Test
        void leavesNoThreadBehind() {
            try (HealthMonitor health = monitor();
                    DependencyValidator validator =
                            DependencyValidator.builder(health).build()) {
                validator.validateAllDependencies();

                await().until(() -> threads().isEmpty());
            }
        }

        @Test
        void isNotHurtByAnErrorOfALoaderThatCannotSayWhatItIs() {
            ClassLoader broken = new ClassLoader(null) {
                @Override
                public Enumeration<URL> getResources(String name) {
                    throw new NoClassDefFoundError() {
                        @Override
                        public String getMessage() {
                            throw new IllegalStateException("the words are gone as well");
                        }
                    };
                }
            };
            try (HealthMonitor health = monitor();
                    DependencyValidator validator = DependencyValidator.builder(health)
                            .classLoader(broken)
                            .build()) {
                assertThat(finding(validator.validateAllDependencies(), "RNM-HLT-120")
                                .message())
                        .contains("does not list META-INF/MANIFEST.MF: "
                                + getClass().getName());
            }
        }

        @Test
        void showsALookThatFails() {
            FirstLook look = new FirstLook(
                    () -> {
                        throw new IllegalStateException("a defect");
                    },
                    Deadline.after(Duration.ofSeconds(30)));
            look.start();

            Judgement seen = look.await();

            assertThat(seen).isNotNull();
            assertThat(seen.report(Instant.EPOCH).recommendations())
                    .extracting(Finding::code)
                    .containsExactly("RNM-HLT-125");
        }

        @Test
        void doesNothingForAMonitorThatIsSwitchedOff() {
            try (HealthMonitor health = HealthMonitor.builder(
                                    HealthSettings.builder().enabled(false).build())
                            .build();
                    DependencyValidator validator = DependencyValidator.builder(health)
                            .library("a:b", "[1,2)")
                            .failFast(Severity.INFO)
                            .build()) {
                assertThat(threads()).isEmpty();
                assertThat(validator.validateAllDependencies().status()).isEqualTo(ValidationStatus.DISABLED);
                assertThat(validator.latest().recommendations()).isEmpty();
                assertThat(validator.checkVersionCompatibility().status()).isEqualTo(ValidationStatus.DISABLED);
                assertThat(validator.generateHealthReport().text()).contains("Dependencies: DISABLED");
                assertThat(check(validator).status()).isEqualTo(HealthStatus.DISABLED);
                assertThat(figures(validator)).isEmpty();
            }
        }

        @Test
        void doesNothingWhereItIsSwitchedOffItself() {
            try (HealthMonitor health = monitor(CheckSpec.of("db", HealthResult::up));
                    DependencyValidator validator = DependencyValidator.builder(health)
                            .settings(
                                    DependencySettings.builder().enabled(false).build())
                            .library("a:b", "[1,2)")
                            .failFast(Severity.INFO)
                            .build()) {
                assertThat(threads()).isEmpty();
                assertThat(validator.validateAllDependencies().status()).isEqualTo(ValidationStatus.DISABLED);
                assertThat(validator.generateHealthReport().health().checks()).containsKey("db");
                assertThat(check(validator)).isEqualTo(HealthResult.disabled("the validation is switched off"));
            }
        }

        @Test
        void stopsTheStartOnRequest() {
            try (HealthMonitor health = monitor()) {
                DependencyValidator.Builder builder =
                        DependencyValidator.builder(health).library("org.example:gone", "[1,2)");

                builder.failFast(Severity.CRITICAL).build().close();

                assertThatThrownBy(() -> builder.failFast(Severity.ERROR).build())
                        .isInstanceOfSatisfying(
                                DependencyValidationException.class,
                                e -> assertThat(e.report().missingDependencies())
                                        .hasSize(1))
                        .hasMessageContaining("RNM-HLT-100");
                assertThat(threads()).isEmpty();
            }
        }

        /** Neither shows URLs nor answers before it may. */
        private ClassLoader blocking() {
            return new ClassLoader(null) {
                @Override
                public Enumeration<URL> getResources(String name) throws IOException {
                    try {
                        mayGoOn.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return super.getResources(name);
                }
            };
        }

        private static List<String> threads() {
            return Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter("renum-health-dependencies"::equals)
                    .toList();
        }
    }

    @Nested
    final class Shown {
        @Test
        void showsOneMomentInAllPartsOfAReport() {
            AtomicInteger version = new AtomicInteger(1);
            HealthCheck check = () -> HealthResult.up().withVersion(Integer.toString(version.getAndIncrement()));
            try (HealthMonitor health = monitor(CheckSpec.of("db", check).interval(Duration.ofHours(1)));
                    DependencyValidator validator = DependencyValidator.builder(health)
                            .service("db", "[1,)")
                            .clock(new Refreshing(health))
                            .build()) {
                validator.validateAllDependencies();

                HealthReport report = validator.generateHealthReport();

                String shown = report.health().check("db").result().version();
                assertThat(report.validation().all())
                        .filteredOn(one -> one.name().equals("db"))
                        .extracting(DependencyInfo::version)
                        .containsExactly(shown);
                assertThat(report.compatibility().comparisons())
                        .filteredOn(one -> one.name().equals("db"))
                        .extracting(Comparison::found)
                        .containsExactly(shown);
            }
        }

        /** A clock that is never read twice in the same state of the system. */
        private static final class Refreshing extends Clock {
            private final HealthMonitor health;

            Refreshing(HealthMonitor health) {
                this.health = health;
            }

            @Override
            public Instant instant() {
                health.refresh(Duration.ofSeconds(20));
                return Instant.EPOCH;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        }

        @Test
        void degradesTheSystemWhereSomethingRequiredIsMissing() {
            try (HealthMonitor health = monitor();
                    DependencyValidator validator = DependencyValidator.builder(health)
                            .library("org.example:gone", "[1,2)")
                            .build()) {
                validator.validateAllDependencies();
                health.watch(validator);

                assertThat(health.refresh(Duration.ofSeconds(10)).status()).isEqualTo(HealthStatus.DEGRADED);
                assertThat(health.snapshot().check("dependencies").code()).isEqualTo("RNM-HLT-100");
                assertThat(health.snapshot().check("dependencies").result().details())
                        .containsEntry("missing", "1");
            }
        }

        @Test
        void isUpWhereNothingIsWrong() {
            ValidationReport report = new Judgement().report(Instant.EPOCH);

            assertThat(ValidatorFigures.result(report).status()).isEqualTo(HealthStatus.UP);
            assertThat(ValidatorFigures.result(new Judgement().report(Instant.EPOCH, ValidationStatus.DISABLED))
                            .status())
                    .isEqualTo(HealthStatus.DISABLED);
        }

        @Test
        void countsForMetrics() {
            try (HealthMonitor health = monitor();
                    DependencyValidator validator = DependencyValidator.builder(health)
                            .library("org.example:gone", "[1,2)")
                            .build()) {
                validator.validateAllDependencies();

                Map<String, Double> figures = figures(validator);
                assertThat(figures)
                        .containsEntry("dependencies.missing", 1.0)
                        .containsEntry("dependencies.findings error", 1.0);
                assertThat(figures.get("dependencies.all")).isGreaterThan(30);
                assertThat(figures.get("dependencies.validation")).isPositive();
            }
        }

        @Test
        void printsAlignedTables() {
            try (HealthMonitor health =
                            monitor(CheckSpec.of("db", () -> HealthResult.up().withVersion("14.1"))
                                    .required());
                    DependencyValidator validator = DependencyValidator.builder(health)
                            .service("db", "[15,19)")
                            .library("org.example:gone", "[1,2)")
                            .build()) {
                String text = validator.generateHealthReport().toString();

                assertThat(text)
                        .contains(
                                "Health: UP",
                                "Dependencies: INVALID",
                                "Compatibility: INVALID",
                                "Missing",
                                "Recommendations")
                        .containsPattern("(?m)^code +severity +subject +message +do$")
                        .containsPattern(
                                "(?m)^RNM-HLT-112  error +db +is version 14.1, and the application asks for \\[15,19\\)  +use 15 or")
                        .containsPattern("(?m)^library +org.example:gone +- +\\[1,2\\) +absent +the application$")
                        .containsPattern("(?m)^db +UP +14.1 +yes$")
                        .doesNotContain(" \n");
                assertThat(validator.validateAllDependencies().toString()).contains("All\nkind");
                assertThat(validator.checkVersionCompatibility().toString()).contains("Versions\nkind");
            }
        }

        @Test
        void keepsNamesOfFilesOnTheirLine() {
            String table =
                    new TextTable("a", "b").row("x\n\u001b[31m", "y\u202e").toString();

            assertThat(table).isEqualTo("a        b\nx??[31m  y?\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"a, '[1,2)', use group:name", "a:b, '[1,2', use a range", "'a b:c', '[1,2)', use group:name"})
    void refusesWhatCannotBeRequired(String coordinates, String range, String cure) {
        try (HealthMonitor health = monitor()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DependencyValidator.builder(health).library(coordinates, range))
                    .withMessageContaining(cure);
        }
    }

    @Test
    void refusesAServiceThatNoCheckCanHaveTheNameOfAndALimitThatIsNone() {
        try (HealthMonitor health = monitor()) {
            DependencyValidator.Builder builder = DependencyValidator.builder(health);

            assertThatIllegalArgumentException().isThrownBy(() -> builder.service("a b", "[1,2)"));
            assertThatIllegalArgumentException().isThrownBy(() -> builder.limit(Duration.ofSeconds(-1)));
            assertThatIllegalArgumentException().isThrownBy(() -> builder.limit(Duration.ofHours(1)));
        }
    }

    private ValidationReport validate(Path... jars) throws IOException {
        try (HealthMonitor health = monitor();
                URLClassLoader loader = loader(jars);
                DependencyValidator validator =
                        DependencyValidator.builder(health).classLoader(loader).build()) {
            return validator.validateAllDependencies();
        }
    }

    private static URLClassLoader loader(Path... jars) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), null);
    }
}
