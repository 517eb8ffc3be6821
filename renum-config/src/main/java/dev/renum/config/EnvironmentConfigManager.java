package dev.renum.config;

import static java.util.Objects.requireNonNull;

import dev.renum.config.bind.LiveMix;
import dev.renum.config.reload.Notifications;
import dev.renum.config.report.ConfigChange;
import dev.renum.config.report.ConfigStatus;
import dev.renum.config.report.ConfigValidation;
import dev.renum.config.report.Explanation;
import dev.renum.config.report.OptimizationReport;
import dev.renum.config.report.ReloadResult;
import dev.renum.config.rule.Waiver;
import dev.renum.config.source.Places;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.Registration;
import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.core.settings.Reconfigurable;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of an application in its environment.
 *
 * <pre>{@code
 * EnvironmentConfigManager config = EnvironmentConfigManager.builder()
 *         .application("backend")
 *         .sections(BackendSettings.class)
 *         .build();
 * int port = config.get(BackendSettings.class).port();
 * }</pre>
 *
 * <p>Sources, weakest first: the defaults of the records; {@code application.properties} or {@code .yaml} and then
 * {@code application-<environment>.…} on the class path; the same two in the external directory; the secrets directory; outside production a
 * file {@code .env}; environment variables ({@code BACKEND_PORT} for {@code backend.port}); system properties; {@link Builder#source layers} of
 * the host. Files are UTF-8 and may refer to other keys by <code>${key}</code> or <code>${key:default}</code>.
 *
 * <p>Safe for use by many threads. Reading never waits and never fails. With an external or a secrets directory it starts one thread, which loads changed
 * files by itself; {@code renum.config.watch} and {@link Builder#watch} switch that off.
 */
public final class EnvironmentConfigManager implements Monitored, AutoCloseable {
    private final Reloading reloading;
    private final ConfigHealth health;
    private final ConfigChecks checks;

    private EnvironmentConfigManager(Reloading reloading, ConfigChecks checks) {
        this.reloading = reloading;
        this.health = new ConfigHealth(reloading.generations());
        this.checks = checks;
    }

    /** A builder that has no section yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** The configuration in force; one volatile read, so that several sections of it belong together. */
    public EnvironmentConfig current() {
        return reloading.generations().current().config();
    }

    /**
     * The section as it is now.
     *
     * @param <S> the section
     * @throws IllegalArgumentException if the section was not named in {@link Builder#sections}
     */
    public <S> S get(Class<S> section) {
        return current().get(section);
    }

    /**
     * A handle for the hot path, which always gives the record in force; keep it in a field. Costs a volatile read and allocates nothing. Two
     * handles read one after the other may be of two generations; {@link #current} is for that.
     *
     * @param <S> the section
     * @throws IllegalArgumentException if the section was not named in {@link Builder#sections}
     */
    public <S> LiveSection<S> live(Class<S> section) {
        get(section);
        return reloading.generations().live().get(section);
    }

    /**
     * Asks {@code target} whenever {@code section} is about to change, before the change is in force: it may refuse it, and then nothing changes at
     * all. Targets are asked in the order in which they came here; each step of each may take {@code renum.config.participant-timeout}, 10 s. A change
     * between the call of {@link #get} that made the target and this one passes it by.
     *
     * @param <S> the section
     * @return takes the target out again; a change under way is still brought to its end with it
     * @throws IllegalArgumentException if the section was not named in {@link Builder#sections}, or nothing in it is {@code @Live}, so that
     *     {@code target} would never be asked
     */
    public <S> Registration reconfigure(Class<S> section, Reconfigurable<? super S> target) {
        get(section);
        if (!LiveMix.canChange(section)) {
            throw new IllegalArgumentException("nothing in " + section.getName()
                    + " is @Live, so that it changes at a restart only: mark what may change");
        }
        return reloading.generations().participants().add(section, requireNonNull(target, "target"));
    }

    /**
     * Reads every source again and puts what has changed in force, all or nothing. Where {@code renum.config.enabled} is false it reads nothing and
     * rejects, saying so. What a target of {@link #reconfigure} has refused before is tried again.
     *
     * <p>The environment stays that of the start. Values that are not {@code @Live} stay too and are pending until a restart. Files of the class path
     * are read again where they are files; whether a jar can change is up to the class loader. A call waits for one under way.
     * It takes what two readings in a row find, and so a part of a change that takes longer; whoever watches files leaves time for the rest.
     *
     * @throws IllegalStateException if it is closed, also while this call waits or reads, or a target of {@link #reconfigure}, a rule or a record calls
     *     this on the thread on which it was asked
     */
    public ReloadResult reload() {
        return reloading.reload();
    }

    /**
     * Tells {@code listener} of every change that is in force, in order, on a thread of its own; it may block, throw and call anything here. One that is
     * more than 64 changes behind loses the oldest.
     *
     * @return ends it; a call that has begun is not interrupted
     */
    public Registration onChange(Consumer<? super ConfigChange> listener) {
        return reloading.generations().listeners().add(requireNonNull(listener, "listener"));
    }

    /** How the configuration stands now. */
    public ConfigStatus status() {
        return health.status();
    }

    /**
     * Why the setting {@code key} has the value that it has: its place, what it hides, what waits for a restart, what the section declares. Of a list, a map, a
     * group or a whole section, each setting in it. Prints as text, without secrets.
     *
     * @throws IllegalArgumentException if there is no such setting or group; says what may have been meant
     */
    public Explanation explain(String key) {
        return reloading.generations().current().explain(requireNonNull(key, "key"));
    }

    /**
     * What the environment and the machine set as defaults in the configuration in force, and why. Changes nothing, however often it is called: they
     * count from the start, unless {@code renum.optimizations.enabled} is false.
     */
    public OptimizationReport applyEnvironmentOptimizations() {
        return current().optimizations();
    }

    /**
     * The configuration of any environment as it is without a process: no variables, no properties, no secrets. Has no effect on {@link #current}. A section that
     * lacks values which only the deployment brings cannot be had from it.
     *
     * @throws ConfigurationException if it has errors
     */
    public EnvironmentConfig loadEnvironmentConfig(Environment environment) {
        return checks.loadOffline(requireNonNull(environment, "environment"));
    }

    /** What a restart in the same environment would say now: reads and judges everything with what this process brings, and changes nothing. */
    public ConfigValidation validateConfigIntegrity() {
        return checks.here(current().environment());
    }

    /**
     * One optional check, {@code configuration}: up with the number of the generation, of its warnings and of what waits for a restart; degraded while
     * the sources, as they are now, cannot be used; disabled if {@code renum.config.enabled} is false.
     */
    @Override
    public List<CheckSpec> checks() {
        return List.of(CheckSpec.of("configuration", health::check));
    }

    @Override
    public void measure(MetricSink sink) {
        health.measure(sink);
    }

    /** Ends what the manager started, within a second, and a reload under way; the configuration stays as it is, and reading goes on working. */
    @Override
    public void close() {
        reloading.close();
    }

    /** Says what an application reads and from where. May be used again; not safe for use by several threads at once. */
    public static final class Builder {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

        private String application = "application";
        private @Nullable Environment environment;
        private @Nullable Environment defaultEnvironment;
        private final List<Environment> registered = new ArrayList<>();
        private final Sections sections = new Sections();
        private @Nullable ClassLoader classLoader;
        private @Nullable Path directory;
        private @Nullable Path secretsDirectory;
        private final List<ConfigLayer> layers = new ArrayList<>();
        private final List<ConfigRule> rules = new ArrayList<>();
        private final List<Waiver> waivers = new ArrayList<>();
        private boolean watch = true;
        private Ticker ticker = Ticker.system();
        private Clock clock = Clock.system(ZoneId.systemDefault());
        private Supplier<ProcessValues> process = ProcessValues::current;
        private Supplier<Notifications> notifications = Notifications::open;

        private Builder() {}

        /**
         * Names the application in reports, and its environment variables: {@code backend} owns {@code BACKEND_…}, so one of these that sets
         * nothing is a warning. Default {@code application}.
         *
         * @throws IllegalArgumentException if it is not lower-case letters, digits or {@code -}, starting with a letter
         */
        public Builder application(String name) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("application name '" + name
                        + "' is not allowed: use lower-case letters, digits or '-', starting with a letter");
            }
            application = name;
            return this;
        }

        /** Runs in {@code environment} whatever the process says. */
        public Builder environment(Environment environment) {
            this.environment = requireNonNull(environment, "environment");
            return this;
        }

        /** Runs in {@code environment} if the process names none; otherwise that would be {@link Environment#PROD}. */
        public Builder defaultEnvironment(Environment environment) {
            defaultEnvironment = requireNonNull(environment, "environment");
            return this;
        }

        /**
         * Makes an environment of the host's own known by name, besides {@code dev}, {@code test} and {@code prod}.
         *
         * @throws IllegalArgumentException if the name is known already: another kind behind it would take its rules away
         */
        public Builder register(Environment environment) {
            if (new EnvironmentDetector(registered).find(environment.name()).isPresent()) {
                throw new IllegalArgumentException(
                        "environment '" + environment.name() + "' is known already: register another name");
            }
            registered.add(environment);
            return this;
        }

        /**
         * Adds sections to read.
         *
         * @throws IllegalArgumentException if one is not a record annotated {@link Settings}, has a component of a type that cannot be read, or its
         *     prefix is malformed or another section's
         */
        public Builder sections(Class<?>... sections) {
            List.of(sections).forEach(this.sections::add);
            return this;
        }

        /**
         * Reads {@code application…} files there too; they are stronger than those of the class path. Whoever starts the process may name another
         * directory: {@code -Drenum.config.directory} or {@code RENUM_CONFIG_DIRECTORY}.
         */
        public Builder directory(Path directory) {
            this.directory = requireNonNull(directory, "directory");
            return this;
        }

        /** Reads secrets there: one file per key, its content the value, as Kubernetes mounts them. {@code -Drenum.config.secrets-directory} or {@code RENUM_CONFIG_SECRETS_DIRECTORY} name another. */
        public Builder secretsDirectory(Path directory) {
            secretsDirectory = requireNonNull(directory, "directory");
            return this;
        }

        /** Adds values of the host's own; each source so added is stronger than the one before, and all are stronger than every other. */
        public Builder source(ConfigLayer layer) {
            layers.add(requireNonNull(layer, "layer"));
            return this;
        }

        /** Adds a rule over several sections. */
        public Builder rule(ConfigRule rule) {
            rules.add(requireNonNull(rule, "rule"));
            return this;
        }

        /**
         * Accepts what the rule {@code code} finds at {@code keys}, until the end of the day {@code expires}. A waiver that has expired, or that nothing
         * needs, is a problem of its own.
         *
         * @param code the code of the rule, such as {@code SEC-010}
         * @param keys a key; {@code *} stands for any part of it
         * @param reason why, for the one who reads the report
         * @param expires the last day on which it holds
         * @throws IllegalArgumentException if {@code code}, {@code keys} or {@code reason} is blank
         */
        public Builder waive(String code, String keys, String reason, LocalDate expires) {
            waivers.add(new Waiver(code, keys, reason, expires));
            return this;
        }

        /** Whether changed files of the two directories are loaded by themselves; default is true. Even then {@code renum.config.watch} may switch it off. */
        public Builder watch(boolean watch) {
            this.watch = watch;
            return this;
        }

        /** Measures time by {@code ticker}, for tests. */
        public Builder ticker(Ticker ticker) {
            this.ticker = requireNonNull(ticker, "ticker");
            return this;
        }

        /** Learns from {@code clock} which day it is, for waivers; default is the system's. */
        public Builder clock(Clock clock) {
            this.clock = requireNonNull(clock, "clock");
            return this;
        }

        /** Finds the files of the class path through {@code classLoader}; default is the thread's context class loader. */
        public Builder classLoader(ClassLoader classLoader) {
            this.classLoader = requireNonNull(classLoader, "classLoader");
            return this;
        }

        /** Stands in for the notifications of the file system. */
        Builder notifications(Supplier<Notifications> notifications) {
            this.notifications = notifications;
            return this;
        }

        /** Stands in for the variables and properties of this process. */
        Builder process(ProcessValues process) {
            return process(() -> process);
        }

        /** Stands in for them, and is asked at each reading. */
        Builder process(Supplier<ProcessValues> process) {
            this.process = process;
            return this;
        }

        /**
         * Reads everything, checks everything, and logs a line for each warning.
         *
         * @throws ConfigurationException with every problem, if the configuration cannot be used
         */
        public EnvironmentConfigManager build() {
            ProcessValues values = process.get();
            ConfigLoad load = load(values);
            return new EnvironmentConfigManager(Reloading.start(load, values, notifications), new ConfigChecks(load));
        }

        ConfigChecks checks() {
            return new ConfigChecks(load(process.get()));
        }

        ConfigLoad load(ProcessValues values) {
            Places places = new Places(
                    loader(),
                    ProcessPlaces.directory(values, directory),
                    ProcessPlaces.secretsDirectory(values, secretsDirectory),
                    ConfigLayer.sources(layers));
            return new ConfigLoad(new ConfigSetup(
                    application,
                    environment,
                    defaultEnvironment,
                    new EnvironmentDetector(registered),
                    sections.list(),
                    places,
                    rules,
                    waivers,
                    watch,
                    ticker,
                    clock,
                    process));
        }

        private ClassLoader loader() {
            if (classLoader != null) {
                return classLoader;
            }
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            return context == null ? ClassLoader.getSystemClassLoader() : context;
        }
    }
}
