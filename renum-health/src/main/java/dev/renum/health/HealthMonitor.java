package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Registration;
import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.Monitored;
import dev.renum.health.metric.MetricHistory;
import dev.renum.health.metric.SystemMetrics;
import dev.renum.health.request.RequestStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs checks in the background and has the answer ready.
 *
 * <pre>{@code
 * try (HealthMonitor health = HealthMonitor.builder(HealthSettings.builder().build())
 *         .check(CheckSpec.of("database", DataSourceCheck.of(dataSource)).required())
 *         .build()) {
 *     boolean ready = health.snapshot().isReady();
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public sealed interface HealthMonitor extends Monitored, AutoCloseable
        permits ConcurrentHealthMonitor, DisabledHealthMonitor {
    /** A builder that has no check yet. */
    static Builder builder(HealthSettings settings) {
        return new Builder(settings);
    }

    /**
     * Adds a check and runs it at once; closing the registration takes it out of the aggregate at once.
     *
     * @throws IllegalArgumentException if the name is taken, the dependencies form a cycle, or a check of {@link
     *     dev.renum.core.health.Probe#LIVENESS} leaves this process
     * @throws IllegalStateException if the monitor is closed
     */
    Registration register(CheckSpec spec);

    /**
     * Adds all checks of {@code source}, or none if one of them is refused, and samples its figures. {@link #measure} does not contain these:
     * whoever exports figures is given the source itself.
     *
     * @throws IllegalArgumentException if a name is taken, the dependencies form a cycle, or a check of {@link
     *     dev.renum.core.health.Probe#LIVENESS} leaves this process
     * @throws IllegalStateException if the monitor is closed
     */
    Registration watch(Monitored source);

    /**
     * The state of the system as last published; never older than {@link HealthSettings#staleAfter()} without saying so. Never blocks, never
     * throws, allocates nothing.
     */
    HealthSnapshot snapshot();

    /**
     * Runs every check now and waits for the results, at most {@code limit}. Checks in flight are joined, not run a second time.
     *
     * @throws IllegalArgumentException if {@code limit} is negative
     */
    HealthSnapshot refresh(Duration limit);

    /**
     * Tells {@code listener} of every change from now on, once each and in their order, on a thread of its own; closing the registration ends
     * that. One that lags more than 1,000 changes behind misses the oldest, which is counted.
     */
    Registration onChange(HealthListener listener);

    /**
     * What slows the system down now: routes that miss the objectives of the settings, and figures that show that something runs out. Computed
     * on the caller's thread, in milliseconds.
     */
    PerformanceReport detectPerformanceIssues();

    /** All that a person wants to see at first. Computed on the caller's thread, in milliseconds. */
    HealthDashboard generateHealthDashboard();

    /** Counts requests; hand it to the filter of the host's server. */
    RequestStatistics requests();

    /**
     * The figures of the system, the requests and everything that is watched, sampled every {@link HealthSettings#samplingInterval()}, with their
     * history.
     */
    MetricHistory metrics();

    /** The figures of the machine, the container and the JVM, as of the last sampling. Waits for the first one until a second after the start at most. */
    SystemMetrics collectSystemMetrics();

    /** The settings that it was built with. */
    HealthSettings settings();

    /** None: a monitor does not check itself, its snapshot turns stale. */
    @Override
    default List<CheckSpec> checks() {
        return List.of();
    }

    /** Ends all checks and threads within 5 s, also while a check hangs. From then on the snapshot is stale. */
    @Override
    void close();

    /** Collects checks. May be used again; not safe for use by several threads at once. */
    final class Builder {
        private final HealthSettings settings;
        private final List<Monitored> sources = new ArrayList<>();
        private final List<CheckSpec> checks = new ArrayList<>();
        private CheckGroups groups = CheckGroups.NONE;
        private Ticker ticker = Ticker.system();
        private @Nullable Executor executor;

        private Builder(HealthSettings settings) {
            this.settings = requireNonNull(settings, "settings");
        }

        /** Watches {@code source} from the start, its checks and its figures; see {@link HealthMonitor#watch}. */
        public Builder watch(Monitored source) {
            sources.add(requireNonNull(source, "source"));
            return this;
        }

        /** Runs {@code spec} from the start; see {@link HealthMonitor#register}. */
        public Builder check(CheckSpec spec) {
            checks.add(requireNonNull(spec, "spec"));
            return this;
        }

        /**
         * Shows what {@code checks} come to together as {@link HealthSnapshot#group}, beside what all checks come to. A check may belong to any
         * number of groups, and must be there when the monitor is built.
         *
         * @param name 1 to 64 letters, digits, {@code .}, {@code _} or {@code -}, starting with a letter or digit
         * @throws IllegalArgumentException if the name is taken or not allowed, or there is no check
         */
        public Builder group(String name, String... checks) {
            groups = groups.with(name, checks);
            return this;
        }

        /** Measures intervals, timeouts and age by {@code ticker}; default is the JVM's. */
        public Builder ticker(Ticker ticker) {
            this.ticker = requireNonNull(ticker, "ticker");
            return this;
        }

        /**
         * Runs checks on {@code executor}, which must not run them on the caller's thread and is not closed; default is threads of the monitor's
         * own, at most one per check.
         */
        public Builder executor(Executor executor) {
            this.executor = requireNonNull(executor, "executor");
            return this;
        }

        /**
         * Starts the monitor and every check.
         *
         * @throws IllegalArgumentException if two checks have one name, a check depends on one that is not here, or a group has one, the dependencies form a cycle,
         *     or a check of {@link dev.renum.core.health.Probe#LIVENESS} leaves this process; whatever depends on a check that is registered
         *     later must be registered later too
         */
        public HealthMonitor build() {
            List<CheckSpec> all = new ArrayList<>();
            sources.forEach(source -> all.addAll(source.checks()));
            all.addAll(checks);
            CheckGraph.of(all).refuseUnknown();
            groups.refuseUnknown(all);
            LivenessRule.enforce(all);
            if (!settings.enabled()) {
                return new DisabledHealthMonitor(settings, ticker, groups);
            }
            Logger log = LoggerFactory.getLogger(HealthMonitor.class);
            ConcurrentHealthMonitor monitor = new ConcurrentHealthMonitor(settings, ticker, executor, all, groups, log);
            monitor.start(sources);
            return monitor;
        }
    }
}
