package dev.renum.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.ReloadResult;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.FormerKey;
import dev.renum.core.settings.Machine;
import dev.renum.core.settings.MachineDefault;
import dev.renum.core.settings.MachineDefaults;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.RemovedKey;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves of every code that something leads to it. */
final class ConfigCodeTest {
    /**
     * Needs another class path, that of {@link WithoutYamlTest}, a module path, that of the modular host in {@code verification}, the broken code of
     * {@link ForeignCodeTest}, or a bug: the net under the binding is tested by itself.
     */
    private static final Set<ConfigCode> TESTED_ELSEWHERE = EnumSet.of(
            ConfigCode.YAML_ENGINE_MISSING,
            ConfigCode.SECTION_NOT_ACCESSIBLE,
            ConfigCode.RELOAD_FAILED,
            ConfigCode.SECTION_LOST);

    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");

    @TempDir
    Path folder;

    @TempDir
    Path directory;

    private final Map<ConfigCode, Callable<List<String>>> ways = new EnumMap<>(ConfigCode.class);

    @BeforeEach
    void setUp() {
        sources();
        values();
        names();
        rules();
        reloads();
        ways.put(ConfigCode.WRONG_ARGUMENTS, this::tool);
    }

    static Set<ConfigCode> testedHere() {
        return EnumSet.complementOf(EnumSet.copyOf(TESTED_ELSEWHERE));
    }

    @ParameterizedTest
    @MethodSource("testedHere")
    void isFound(ConfigCode code) throws Exception {
        Callable<List<String>> way = Objects.requireNonNull(ways.get(code), "a way to " + code);

        List<String> found = way.call();

        assertThat(found).contains(code.id());
    }

    private void sources() {
        ways.put(ConfigCode.UNKNOWN_ENVIRONMENT, this::unknownEnvironment);
        ways.put(ConfigCode.SOURCE_UNREADABLE, built(builder -> builder.directory(folder.resolve("gone"))));
        ways.put(ConfigCode.MALFORMED_FILE, found(host -> host.file("application.yaml", "shelf: [")));
        ways.put(
                ConfigCode.AMBIGUOUS_FILE,
                found(host -> host.file("application.yaml", "a: b").file("application.properties", "a=b")));
        ways.put(ConfigCode.DUPLICATE_KEY, file("shelf.boards=1", "shelf.boards=2"));
    }

    private void values() {
        ways.put(ConfigCode.INVALID_VALUE, file("shelf.boards=many"));
        ways.put(ConfigCode.OUT_OF_RANGE, file("shelf.boards=101"));
        ways.put(ConfigCode.MISSING_VALUE, file("shelf.boards=1"));
        ways.put(ConfigCode.REJECTED_SECTION, file("shelf.label=x", "shelf.boards=-1"));
        ways.put(ConfigCode.UNRESOLVED_REFERENCE, file("shelf.brand=${nobody}"));
        ways.put(ConfigCode.EXPECTED_AT_DEPLOYMENT, this::offline);
        ways.put(ConfigCode.MACHINE_DEFAULT_FAILED, file("shelf.label=x"));
    }

    private void names() {
        ways.put(ConfigCode.UNKNOWN_KEY, file("shelf.bords=1"));
        ways.put(ConfigCode.UNKNOWN_VARIABLE, found(host -> host.variable("SHELF_BORDS", "1")));
        ways.put(ConfigCode.SECTION_NOT_READ, file("renum.health.size=1"));
        ways.put(ConfigCode.WITHOUT_EFFECT, file("renum.environment=prod"));
        ways.put(ConfigCode.AMBIGUOUS_VARIABLE, built(builder -> builder.sections(Twins.class)));
        ways.put(
                ConfigCode.VARIABLE_SET_TWICE,
                found(host -> host.variable("SHELF_BOARDS", "1").variable("shelf.boards", "2")));
        ways.put(ConfigCode.FORMER_KEY, file("shelf.maker=acme"));
        ways.put(ConfigCode.SET_UNDER_TWO_NAMES, file("shelf.maker=acme", "shelf.brand=acme"));
        ways.put(ConfigCode.REMOVED_KEY, file("shelf.wheels=4"));
    }

    private void rules() {
        ConfigRule failing = config -> {
            throw new IllegalStateException("no opinion");
        };
        Consumer<Host> complete = host -> host.file("application.properties", "shelf.label=kV3xq9Lw7TzR2mPd");
        ways.put(ConfigCode.RULE_FAILED, found(complete, builder -> builder.rule(failing)));
        ways.put(ConfigCode.WAIVER_UNUSED, found(complete, builder -> waiver(builder, LocalDate.MAX)));
        ways.put(ConfigCode.WAIVER_EXPIRED, found(complete, builder -> waiver(builder, LocalDate.EPOCH)));
    }

    private static EnvironmentConfigManager.Builder waiver(
            EnvironmentConfigManager.Builder builder, LocalDate expires) {
        return builder.waive("SEC-010", "shelf.brand", "nobody knows", expires);
    }

    private void reloads() {
        ways.put(ConfigCode.RELOAD_REJECTED, this::health);
        ways.put(ConfigCode.FILE_VANISHED, reload(builder -> builder, (desk, config) -> desk.delete()));
        ways.put(ConfigCode.PARTICIPANT_FAILED, reload(builder -> builder, ConfigCodeTest::refuse));
        AtomicInteger number = new AtomicInteger();
        ways.put(
                ConfigCode.UNSTABLE_SOURCES,
                reload(builder -> builder.process(() -> restless(number)), (desk, config) -> desk.pair(2)));
        ConfigLayer off = new ConfigLayer("off", Map.of("renum.config.enabled", "false"));
        ways.put(ConfigCode.RELOAD_DISABLED, reload(builder -> builder.source(off), (desk, config) -> desk.pair(2)));
    }

    private static void refuse(Desk desk, EnvironmentConfigManager config) {
        config.reconfigure(DeskSettings.class, (running, next) -> {
            throw new IllegalStateException("not now");
        });
        desk.pair(2);
    }

    private static ProcessValues restless(AtomicInteger number) {
        return new ProcessValues(Map.of(), Map.of("restless", String.valueOf(number.incrementAndGet())));
    }

    private List<String> unknownEnvironment() {
        ProcessValues process = new ProcessValues(Map.of("RENUM_ENVIRONMENT", "prodd"), Map.of());
        try (EnvironmentConfigManager config =
                EnvironmentConfigManager.builder().process(process).build()) {
            return List.of(config.current().environment().name());
        } catch (ConfigurationException e) {
            return codes(e.report());
        }
    }

    private List<String> tool() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EnvironmentConfigManager.Builder builder = new Host(folder, Shelf.class).builder();
        try (PrintStream toOut = new PrintStream(out, false, UTF_8)) {
            ConfigTool.run(builder, toOut, toOut, "chekc", "--format", "json");
        }
        return CODE.matcher(out.toString(UTF_8))
                .results()
                .map(code -> code.group(1))
                .toList();
    }

    private List<String> offline() {
        return codes(new Host(folder, Shelf.class)
                .builder()
                .checks()
                .offline(Environment.PROD)
                .report());
    }

    private List<String> health() throws Exception {
        try (EnvironmentConfigManager config =
                new Desk(directory).pair(1).builder().build()) {
            new Desk(directory).write("desk.left=x");
            config.reload();
            return List.of(String.valueOf(config.checks().get(0).check().check().code()));
        }
    }

    /** What a reload says after {@code change}. */
    private Callable<List<String>> reload(UnaryOperator<EnvironmentConfigManager.Builder> more, Change change) {
        return () -> {
            Desk desk = new Desk(directory).pair(1);
            try (EnvironmentConfigManager config = more.apply(desk.builder()).build()) {
                change.make(desk, config);
                return codes(((ReloadResult.Rejected) config.reload()).report());
            }
        };
    }

    private interface Change {
        void make(Desk desk, EnvironmentConfigManager config);
    }

    private Callable<List<String>> file(String... lines) {
        return found(host -> host.file("application.properties", lines), builder -> builder);
    }

    private Callable<List<String>> found(Consumer<Host> sources) {
        return found(sources, builder -> builder);
    }

    private Callable<List<String>> built(UnaryOperator<EnvironmentConfigManager.Builder> more) {
        return found(host -> {}, more);
    }

    private Callable<List<String>> found(Consumer<Host> sources, UnaryOperator<EnvironmentConfigManager.Builder> more) {
        return () -> {
            Host host = new Host(folder, Shelf.class);
            sources.accept(host);
            return codes(more.apply(host.builder().application("shelf"))
                    .checks()
                    .here()
                    .report());
        };
    }

    private static List<String> codes(ConfigReport report) {
        return report.problems().stream()
                .map(problem -> problem.finding().code())
                .toList();
    }

    /** Can be wrong in many ways. */
    @Settings(prefix = "shelf", machineDefaults = Failing.class)
    @RemovedKey(value = "wheels", instead = "carry it")
    record Shelf(
            @Default("3") @Range(max = "100") int boards,
            @FormerKey("maker") @Default("none") String brand,
            Secret<String> label) {
        Shelf {
            if (boards < 0) {
                throw new IllegalArgumentException("fewer boards than none");
            }
        }
    }

    /** Has two settings of one variable. */
    @Settings(prefix = "twins")
    record Twins(@Default("a") String apiKey, Api api) {
        record Api(@Default("b") String key) {}
    }

    /** Knows no machine. */
    public static final class Failing implements MachineDefaults {
        @Override
        public List<MachineDefault> of(Machine machine, Environment environment) {
            throw new IllegalStateException("no idea");
        }
    }
}
