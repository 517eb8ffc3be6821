package dev.renum.config;

import static dev.renum.core.Environment.Kind.DEVELOPMENT;
import static dev.renum.core.Environment.Kind.PRODUCTION;
import static dev.renum.core.Environment.Kind.TEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.renum.config.report.OptimizationReport;
import dev.renum.config.report.OptimizationReport.Line;
import dev.renum.config.report.OptimizationReport.Status;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Machine;
import dev.renum.core.settings.MachineDefault;
import dev.renum.core.settings.MachineDefaults;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OptimizationTest {
    private static final String THREADS = String.valueOf(Runtime.getRuntime().availableProcessors() * 4);

    @TempDir
    private Path folder;

    @Settings(prefix = "pool", machineDefaults = PerCore.class)
    record PoolSettings(
            @Default("10") @Range(max = "100000") int threads,

            @Default("20") @Default(value = "5", in = DEVELOPMENT, because = "one developer")
            int size,

            @Default("30s")
            @Default(
                    value = "30s",
                    in = {DEVELOPMENT, TEST},
                    because = "as everywhere")
            Duration timeout,

            @Default(value = "1", in = DEVELOPMENT, because = "alone")
            @Default(
                    value = "3",
                    in = {TEST, PRODUCTION},
                    because = "together")
            int copies,

            Optional<Spare> spare) {
        record Spare(
                String host,

                @Default("2") @Default(value = "1", in = DEVELOPMENT, because = "one developer")
                int size) {}
    }

    /** Four threads per core, except in tests. */
    public static final class PerCore implements MachineDefaults {
        @Override
        public List<MachineDefault> of(Machine machine, Environment environment) {
            return environment.kind() == TEST
                    ? List.of()
                    : List.of(new MachineDefault("threads", String.valueOf(machine.cores() * 4), "four for each core"));
        }
    }

    @Settings(prefix = "door")
    record DoorSettings(
            @Default("false") @Default(value = "true", in = DEVELOPMENT, because = "one developer")
            boolean randomToken,

            @Default("planted-1") @Default(value = "planted-2", in = DEVELOPMENT, because = "one developer")
            String token) {}

    @Test
    void showsDefaultsThatAreOnlyNamedLikeASecret() {
        EnvironmentConfigManager config =
                builder(Environment.DEV).sections(DoorSettings.class).build();

        assertThat(config.applyEnvironmentOptimizations().lines())
                .filteredOn(line -> line.module().equals("door"))
                .extracting(Line::value, Line::plainDefault)
                .containsExactlyInAnyOrder(tuple("\"true\"", "\"false\""), tuple("****", "****"));
        assertThat(config.explain("door.random-token").value()).isEqualTo("\"true\"");
        assertThat(config.explain("door.token").value()).isEqualTo("****");
    }

    @Test
    void replacesPlainDefaultsByThoseOfTheEnvironmentAndTheMachine() {
        PoolSettings pool = builder(Environment.DEV).build().get(PoolSettings.class);

        assertThat(pool.threads()).hasToString(THREADS);
        assertThat(pool.size()).isEqualTo(5);
        assertThat(pool.spare()).isEmpty();
    }

    @Test
    void reportsWhatWasSetAndWhy() {
        OptimizationReport report = builder(Environment.DEV, "pool.size=7", "renum.config.log-level=WARN")
                .build()
                .applyEnvironmentOptimizations();

        assertThat(report.isEnabled()).isTrue();
        assertThat(report.lines())
                .extracting(Line::key, Line::value, Line::plainDefault, Line::status)
                .contains(
                        tuple("pool.threads", quoted(THREADS), "\"10\"", Status.APPLIED),
                        tuple("pool.size", "\"5\"", "\"20\"", Status.OVERRIDDEN),
                        tuple("pool.timeout", "\"30s\"", "\"30s\"", Status.UNCHANGED),
                        tuple("renum.config.debug-mode", "\"true\"", "\"false\"", Status.APPLIED));
        assertThat(report.lines()).extracting(Line::key).doesNotContain("pool.copies", "pool.spare.size");
    }

    @Test
    void printsTheReportAsATable() {
        String table = builder(Environment.TEST, "renum.config.watch=true")
                .build()
                .applyEnvironmentOptimizations()
                .toString();

        assertThat(table).isEqualTo("""
                Defaults that depend on the environment test:

                key                 module        value    plain default  status                                     because
                renum.config.watch  renum-config  "false"  "true"         OVERRIDDEN by application.properties:1:20  a test shall not change under way
                pool.timeout        pool          "30s"    "30s"          UNCHANGED                                  as everywhere
                """);
    }

    @Test
    void leavesOnlyPlainDefaultsWhenSwitchedOff() {
        EnvironmentConfigManager config =
                builder(Environment.DEV, "renum.optimizations.enabled=false").build();

        PoolSettings pool = config.get(PoolSettings.class);
        assertThat(pool.threads()).isEqualTo(10);
        assertThat(pool.size()).isEqualTo(20);
        assertThat(pool.copies()).as("has no plain default").isEqualTo(1);
        assertThat(config.current().debugMode()).isFalse();
        assertThat(config.current().logLevel()).isEqualTo(LogLevel.INFO);
        assertThat(config.applyEnvironmentOptimizations())
                .hasToString("Defaults do not depend on the environment dev: renum.optimizations.enabled is false.\n");
    }

    @Test
    void isSwitchedOffByAReloadExceptWhatNeedsARestart() {
        try (EnvironmentConfigManager config =
                builder(Environment.DEV).watch(false).build()) {
            new ClassPath(folder).file("application.properties", "renum.optimizations.enabled=false");

            config.reload();

            assertThat(config.current().debugMode()).isFalse();
            assertThat(config.explain("renum.config.debug-mode").origin().kind())
                    .isEqualTo(Origin.Kind.RECORD);
            assertThat(config.get(PoolSettings.class).size())
                    .as("needs a restart")
                    .isEqualTo(5);
            assertThat(config.applyEnvironmentOptimizations().isEnabled()).isFalse();
            assertThat(config.applyEnvironmentOptimizations().lines())
                    .extracting(Line::key)
                    .contains("pool.size", "pool.threads")
                    .doesNotContain("renum.config.debug-mode");
            assertThat(config.applyEnvironmentOptimizations().toString())
                    .startsWith("Defaults do not depend on the environment dev: renum.optimizations.enabled is false."
                            + " Until a restart these still do:\n");
        }
    }

    @Test
    void isSwitchedOffByAVariableAndByAProperty() {
        ProcessValues variable = new ProcessValues(Map.of("RENUM_OPTIMIZATIONS_ENABLED", "false"), Map.of());
        ProcessValues property = new ProcessValues(Map.of(), Map.of("renum.optimizations.enabled", "FALSE"));

        assertThat(builder(Environment.DEV)
                        .process(variable)
                        .build()
                        .get(PoolSettings.class)
                        .size())
                .isEqualTo(20);
        assertThat(builder(Environment.DEV)
                        .process(property)
                        .build()
                        .get(PoolSettings.class)
                        .size())
                .isEqualTo(20);
    }

    @Test
    void staysOnIfTheSwitchCannotBeRead() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> builder(Environment.DEV, "renum.optimizations.enabled=${nothing}")
                        .build())
                .satisfies(e -> assertThat(e.report().problems())
                        .extracting(Problem::key)
                        .containsExactly("renum.optimizations.enabled"));
    }

    @Test
    void tellsWhyInAnExplanation() {
        EnvironmentConfigManager config = builder(Environment.DEV).build();

        assertThat(config.explain("pool.threads").because()).isEqualTo("four for each core");
        assertThat(config.explain("pool.threads").origin()).isEqualTo(Origin.of("PerCore", Origin.Kind.OPTIMIZATION));
        assertThat(config.explain("pool.threads").toString()).contains("default   \"10\"; may depend on the machine\n");
        assertThat(config.explain("pool.size").because()).isEqualTo("one developer");
        assertThat(config.explain("pool.copies").because()).isEqualTo("alone");
    }

    @Test
    void saysThatNothingDependsOnTheEnvironment() {
        OptimizationReport report = EnvironmentConfigManager.builder()
                .environment(Environment.PROD)
                .classLoader(new ClassPath(folder).loader())
                .process(new ProcessValues(Map.of(), Map.of()))
                .build()
                .applyEnvironmentOptimizations();

        assertThat(report).hasToString("No default depends on the environment prod.\n");
    }

    @Settings(
            prefix = "broken",
            machineDefaults = {Throwing.class, Linking.class, Wrong.class, Hidden.class})
    record BrokenSettings(
            @Default("8") @Range(max = "100") int threads,
            @Default("1s") Duration pause,
            @Default("a") List<String> names,
            Optional<Integer> none) {}

    /** Fails. */
    public static final class Throwing implements MachineDefaults {
        @Override
        public List<MachineDefault> of(Machine machine, Environment environment) {
            throw new IllegalStateException("no idea of this machine");
        }
    }

    /** Needs a library that is absent. */
    public static final class Linking implements MachineDefaults {
        @Override
        public List<MachineDefault> of(Machine machine, Environment environment) {
            throw new NoClassDefFoundError("org/absent/Cores");
        }
    }

    /** Gives what cannot be. */
    public static final class Wrong implements MachineDefaults {
        @Override
        public List<MachineDefault> of(Machine machine, Environment environment) {
            return List.of(
                    new MachineDefault("threads", "101", "too many"),
                    new MachineDefault("pause", "soon", "no duration"),
                    new MachineDefault("names", "b", "a list"),
                    new MachineDefault("none", "1", "no plain default"),
                    new MachineDefault("nonsense", "1", "no such key"));
        }
    }

    /** Cannot be created. */
    public static final class Hidden implements MachineDefaults {
        private Hidden() {}

        @Override
        public List<MachineDefault> of(Machine machine, Environment environment) {
            return List.of();
        }
    }

    @Test
    void keepsThePlainDefaultsWhereAFunctionFails() {
        EnvironmentConfigManager config =
                builder(Environment.PROD).sections(BrokenSettings.class).build();

        assertThat(config.get(BrokenSettings.class))
                .isEqualTo(new BrokenSettings(8, Duration.ofSeconds(1), List.of("a"), Optional.empty()));
        assertThat(config.current().warnings())
                .allSatisfy(problem -> assertThat(problem.finding().code()).isEqualTo("RNM-CFG-050"))
                .extracting(problem -> problem.key() + " " + problem.finding().message())
                .containsExactlyInAnyOrder(
                        "broken has a function for defaults of the machine, Throwing, that failed:"
                                + " java.lang.IllegalStateException: no idea of this machine",
                        "broken has a function for defaults of the machine, Linking, that failed:"
                                + " java.lang.NoClassDefFoundError: org/absent/Cores",
                        "broken has a function for defaults of the machine, Hidden, that failed:"
                                + " java.lang.NoSuchMethodException: dev.renum.config.OptimizationTest$Hidden.<init>()",
                        "broken.threads has a function for defaults of the machine, Wrong, that gives \"101\","
                                + " which is out of range",
                        "broken.pause has a function for defaults of the machine, Wrong, that gives \"soon\", which is"
                                + " not a duration",
                        "broken.names has a function for defaults of the machine, Wrong, that may set a single value"
                                + " only",
                        "broken.none has a function for defaults of the machine, Wrong, that needs a plain @Default"
                                + " beside it",
                        "broken.nonsense has a function for defaults of the machine, Wrong, that sets what is not a"
                                + " setting");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private EnvironmentConfigManager.Builder builder(Environment environment, String... lines) {
        return EnvironmentConfigManager.builder()
                .environment(environment)
                .process(new ProcessValues(Map.of(), Map.of()))
                .classLoader(new ClassPath(folder)
                        .file("application.properties", lines)
                        .loader())
                .sections(PoolSettings.class);
    }
}
