package dev.renum.benchmarks;

import com.netflix.archaius.DefaultConfigLoader;
import com.netflix.archaius.api.Config;
import com.netflix.archaius.api.config.CompositeConfig;
import com.netflix.archaius.api.exceptions.ConfigException;
import com.netflix.archaius.config.DefaultCompositeConfig;
import com.netflix.archaius.config.EnvironmentConfig;
import com.netflix.archaius.config.SystemConfig;
import io.avaje.config.Configuration;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/**
 * {@link ConfigLoadBenchmark} for other libraries: each loads the file beside environment variables and system properties, and ends with the
 * same records.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 15, time = 1)
@Measurement(iterations = 5, time = 1)
// JMH calls the method of @Setup before any other.
@SuppressWarnings("NullAway.Init")
public class ConfigLoadPeersBenchmark {
    /** How many settings there are. */
    @Param({"10", "200", "1000"})
    public int settings;

    private List<Class<?>> sections;
    private ConfigFile file;

    /** Writes the file. */
    @Setup
    public void write() throws IOException {
        sections = Sections.of(settings);
        file = ConfigFile.write(sections);
    }

    /** Deletes the file. */
    @TearDown
    public void delete() {
        file.close();
    }

    /** Spring Boot's loader, environment and binder. */
    @Benchmark
    public List<?> spring() throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("application", new FileSystemResource(file.yaml()))
                .forEach(environment.getPropertySources()::addLast);
        ConfigurationPropertySources.attach(environment);
        Binder binder = Binder.get(environment);
        return sections.stream()
                .map(section -> (Object) binder.bindOrCreate(Sections.prefix(section), section))
                .toList();
    }

    /** avaje-config has no binding, so its values are bound by hand. */
    @Benchmark
    public List<?> avaje() {
        Configuration config =
                Configuration.builder().load(file.yaml().toFile()).build();
        return file.endpoints().stream()
                .map(prefix -> endpoint(config, prefix + "."))
                .toList();
    }

    /** Archaius binds only to proxies that look each value up when it is asked for, so its values are bound by hand; it reads properties only. */
    @Benchmark
    public List<?> archaiusProperties() throws ConfigException {
        CompositeConfig config = DefaultCompositeConfig.builder()
                .withConfig("system", SystemConfig.INSTANCE)
                .withConfig("environment", EnvironmentConfig.INSTANCE)
                .withConfig(
                        "application",
                        DefaultConfigLoader.builder()
                                .build()
                                .newLoader()
                                .load(file.properties().toFile()))
                .build();
        return file.endpoints().stream()
                .map(prefix -> endpoint(config, prefix + "."))
                .toList();
    }

    private static Endpoint endpoint(Configuration config, String prefix) {
        return new Endpoint(
                config.getAs(prefix + "url", URI::create),
                config.get(prefix + "username"),
                config.getEnum(Endpoint.Mode.class, prefix + "mode"),
                config.getBool(prefix + "enabled"),
                config.getDuration(prefix + "timeout"),
                config.getDuration(prefix + "idle-timeout"),
                config.getInt(prefix + "maximum-size"),
                config.getLong(prefix + "maximum-bytes"),
                config.getAs(prefix + "weight", Double::valueOf),
                config.list().of(prefix + "tags"));
    }

    private static Endpoint endpoint(Config config, String prefix) {
        return new Endpoint(
                config.get(URI.class, prefix + "url"),
                config.getString(prefix + "username"),
                config.get(Endpoint.Mode.class, prefix + "mode"),
                config.getBoolean(prefix + "enabled"),
                config.get(Duration.class, prefix + "timeout"),
                config.get(Duration.class, prefix + "idle-timeout"),
                config.getInteger(prefix + "maximum-size"),
                config.getLong(prefix + "maximum-bytes"),
                config.getDouble(prefix + "weight"),
                config.getList(prefix + "tags", String.class));
    }
}
