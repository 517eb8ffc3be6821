package dev.renum.benchmarks;

import dev.renum.config.EnvironmentConfig;
import dev.renum.config.EnvironmentConfigManager;
import dev.renum.core.Environment;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** What it costs, once everything is warm, to load one file of {@link Sections} and to have every value of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 15, time = 1)
@Measurement(iterations = 5, time = 1)
// JMH calls the method of @Setup before any other.
@SuppressWarnings("NullAway.Init")
public class ConfigLoadBenchmark {
    /** How many settings there are. */
    @Param({"10", "200", "1000"})
    public int settings;

    private List<Class<?>> sections;
    private List<String> keys;
    private ConfigFile file;

    /** Writes the file. */
    @Setup
    public void write() throws IOException {
        sections = Sections.of(settings);
        file = ConfigFile.write(sections);
        keys = file.keys();
    }

    /** Deletes the file. */
    @TearDown
    public void delete() {
        file.close();
    }

    /** Load, bind to records, check everything. */
    @Benchmark
    public EnvironmentConfig renum() {
        return load(file.yamlDirectory());
    }

    /** The same from a properties file. */
    @Benchmark
    public EnvironmentConfig renumProperties() {
        return load(file.propertiesDirectory());
    }

    /** SmallRye: load, and look every value up as text; no conversion, no binding, no check. */
    @Benchmark
    public void rawSmallRye(Blackhole blackhole) {
        SmallRyeConfig config = smallRye().build();
        for (String key : keys) {
            blackhole.consume(config.getConfigValue(key).getValue());
        }
    }

    /** SmallRye: load and bind to its mappings, which reports the first failed conversion and every missing or unknown key. */
    @Benchmark
    public void rawSmallRyeMapping(Blackhole blackhole) {
        Class<?> mapping = settings == 10 ? EndpointMapping.One.class : EndpointMapping.Five.class;
        SmallRyeConfigBuilder builder = smallRye();
        sections.forEach(section -> builder.withMapping(mapping, Sections.prefix(section)));
        SmallRyeConfig config = builder.build();
        sections.forEach(section -> blackhole.consume(config.getConfigMapping(mapping, Sections.prefix(section))));
    }

    /** What Renum reads YAML with: the file as a tree of nodes that know their places. */
    @Benchmark
    public Optional<Node> rawYamlEngine() throws IOException {
        LoadSettings plain = LoadSettings.builder().build();
        StreamReader reader = new StreamReader(plain, Files.readString(file.yaml()));
        return new Composer(plain, new ParserImpl(plain, reader)).getSingleNode();
    }

    private EnvironmentConfig load(Path directory) {
        try (EnvironmentConfigManager config = EnvironmentConfigManager.builder()
                .environment(Environment.PROD)
                .classLoader(ClassLoader.getPlatformClassLoader())
                .directory(directory)
                .sections(sections.toArray(Class<?>[]::new))
                .watch(false)
                .build()) {
            return config.current();
        }
    }

    /** Without SmallRye's search of the class path, which costs milliseconds in a large jar. */
    private SmallRyeConfigBuilder smallRye() {
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addSystemSources()
                    .withSources(new YamlConfigSource(file.yaml().toUri().toURL()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
