package dev.renum.benchmarks;

import static java.util.Objects.requireNonNull;

import dev.renum.config.EnvironmentConfigManager;
import dev.renum.config.LiveSection;
import dev.renum.core.Environment;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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

/**
 * What it costs to read one setting, a number and a duration, when the same file has been loaded by each.
 *
 * <p>A handle and the minimum that it is compared with are held in the same way: both in a field of an object, or both in a static one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
// JMH calls the method of @Setup before any other.
@SuppressWarnings("NullAway.Init")
public class ConfigReadBenchmark {
    private static final String FILE = "/application.properties";
    private static final int FILE_ORDINAL = 100;
    private static final LiveSection<PoolSettings> STATIC_LIVE = renum().live(PoolSettings.class);

    private static volatile PoolSettings staticSettings = STATIC_LIVE.get();

    private EnvironmentConfigManager config;
    private LiveSection<PoolSettings> live;
    private SmallRyeConfig smallRye;
    private PoolMapping mapping;
    private volatile PoolSettings settings;
    private Holder held;
    private AtomicReference<PoolSettings> reference;

    /** Loads the file with each library. */
    @Setup
    public void load() throws IOException {
        config = renum();
        live = config.live(PoolSettings.class);
        settings = config.get(PoolSettings.class);
        held = new Holder(settings);
        reference = new AtomicReference<>(settings);
        smallRye = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .withSources(new PropertiesConfigSource(
                        requireNonNull(ConfigReadBenchmark.class.getResource(FILE)), FILE_ORDINAL))
                .withMapping(PoolMapping.class)
                .build();
        mapping = smallRye.getConfigMapping(PoolMapping.class);
    }

    /** Ends what was loaded. */
    @TearDown
    public void close() {
        config.close();
    }

    /** The handle that hot paths hold; follows a reload. */
    @Benchmark
    public int renumLive() {
        return live.get().maximumSize();
    }

    /** The same for a duration. */
    @Benchmark
    public Duration renumLiveDuration() {
        return live.get().connectionTimeout();
    }

    /** The handle in a constant. */
    @Benchmark
    public int renumStaticLive() {
        return STATIC_LIVE.get().maximumSize();
    }

    /** The section looked up by its class; follows a reload. */
    @Benchmark
    public int renumCurrent() {
        return config.current().get(PoolSettings.class).maximumSize();
    }

    /** The same for a duration. */
    @Benchmark
    public Duration renumCurrentDuration() {
        return config.current().get(PoolSettings.class).connectionTimeout();
    }

    /** The minimum that follows a reload: a record in a volatile field. */
    @Benchmark
    public int volatileRecord() {
        return settings.maximumSize();
    }

    /** The same for a duration. */
    @Benchmark
    public Duration volatileRecordDuration() {
        return settings.connectionTimeout();
    }

    /** The minimum in a static field. */
    @Benchmark
    public int staticVolatileRecord() {
        return staticSettings.maximumSize();
    }

    /** The minimum that follows a reload and can be handed over, as a handle can: whoever reloads writes into it. */
    @Benchmark
    public int heldVolatileRecord() {
        return held.settings.maximumSize();
    }

    /** The same without a class of one's own. */
    @Benchmark
    public int atomicReference() {
        return reference.get().maximumSize();
    }

    /** SmallRye's look-up by key: searches the sources and converts at each call. */
    @Benchmark
    public int rawSmallRye() {
        return smallRye.getValue("pool.maximum-size", int.class);
    }

    /** The same for a duration. */
    @Benchmark
    public Duration rawSmallRyeDuration() {
        return smallRye.getValue("pool.connection-timeout", Duration.class);
    }

    /** SmallRye's mapped object, held; never follows a change. */
    @Benchmark
    public int rawSmallRyeMapping() {
        return mapping.maximumSize();
    }

    /** The same for a duration. */
    @Benchmark
    public Duration rawSmallRyeMappingDuration() {
        return mapping.connectionTimeout();
    }

    private static EnvironmentConfigManager renum() {
        return EnvironmentConfigManager.builder()
                .environment(Environment.PROD)
                .classLoader(ConfigReadBenchmark.class.getClassLoader())
                .sections(PoolSettings.class)
                .watch(false)
                .build();
    }

    /** What a host writes by hand to hand a record over that changes. */
    private static final class Holder {
        private volatile PoolSettings settings;

        Holder(PoolSettings settings) {
            this.settings = settings;
        }
    }
}
