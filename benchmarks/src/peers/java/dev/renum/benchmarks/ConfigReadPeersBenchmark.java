package dev.renum.benchmarks;

import static java.util.Objects.requireNonNull;

import com.netflix.archaius.DefaultPropertyFactory;
import com.netflix.archaius.api.Property;
import com.netflix.archaius.api.PropertyRepository;
import com.netflix.archaius.api.exceptions.ConfigException;
import com.netflix.archaius.config.DefaultCompositeConfig;
import com.netflix.archaius.config.EnvironmentConfig;
import com.netflix.archaius.config.SystemConfig;
import com.netflix.archaius.interpolate.CommonsStrInterpolator;
import com.netflix.archaius.readers.PropertiesConfigReader;
import io.avaje.config.Config;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * {@link ConfigReadBenchmark} for other libraries: each has loaded the same {@code application.properties} and gives the value as it is now.
 *
 * <p>A record that was bound once, by Spring or by hand, is a plain object that never changes: that is {@code rawSmallRyeMapping} there.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
// JMH calls the method of @Setup before any other.
@SuppressWarnings("NullAway.Init")
public class ConfigReadPeersBenchmark {
    private static final String SIZE = "pool.maximum-size";
    private static final String TIMEOUT = "pool.connection-timeout";

    private ConfigurableApplicationContext application;
    private Environment environment;
    private Property<Integer> size;
    private Property<Duration> timeout;

    /** Loads the file with each library, and looks at one value to be sure that it did. */
    @Setup
    public void load() throws ConfigException {
        application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--spring.main.banner-mode=off");
        environment = application.getEnvironment();
        PropertyRepository archaius = properties();
        size = archaius.get(SIZE, Integer.class);
        timeout = archaius.get(TIMEOUT, Duration.class);
        if (spring() != avaje() || spring() != archaius()) {
            throw new IllegalStateException("the libraries have not loaded the same");
        }
    }

    /** Ends the application. */
    @TearDown
    public void close() {
        application.close();
    }

    /** The environment of a Spring Boot application. */
    @Benchmark
    public int spring() {
        return requireNonNull(environment.getProperty(SIZE, Integer.class));
    }

    /** The same for a duration. */
    @Benchmark
    public Duration springDuration() {
        return requireNonNull(environment.getProperty(TIMEOUT, Duration.class));
    }

    /** The look-up by key, which parses at each call. */
    @Benchmark
    public int avaje() {
        return Config.getInt(SIZE);
    }

    /** The same for a duration. */
    @Benchmark
    public Duration avajeDuration() {
        return Config.getDuration(TIMEOUT);
    }

    /** A held property, which caches its value. */
    @Benchmark
    public int archaius() {
        return size.get();
    }

    /** The same for a duration. */
    @Benchmark
    public Duration archaiusDuration() {
        return timeout.get();
    }

    private static PropertyRepository properties() throws ConfigException {
        ClassLoader classLoader = ConfigReadPeersBenchmark.class.getClassLoader();
        return DefaultPropertyFactory.from(DefaultCompositeConfig.builder()
                .withConfig("system", SystemConfig.INSTANCE)
                .withConfig("environment", EnvironmentConfig.INSTANCE)
                .withConfig(
                        "application",
                        new PropertiesConfigReader()
                                .load(classLoader, "application", CommonsStrInterpolator.INSTANCE, key -> null))
                .build());
    }

    /** An application without beans. */
    static final class Application {}
}
