package dev.renum.health.dependency;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Deadline;
import dev.renum.core.Severity;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.health.HealthMonitor;
import dev.renum.health.dependency.DependencyInfo.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether everything that the application stands on is there, and fits: libraries, Java, services.
 *
 * <pre>{@code
 * DependencyValidator dependencies = DependencyValidator.builder(health)
 *         .library("org.postgresql:postgresql", "[42.7,43)")
 *         .service("db", "[15,19)")
 *         .build();
 * System.out.println(dependencies.validateAllDependencies());
 * }</pre>
 *
 * <p>Libraries do not change while a JVM runs, so they are looked through once, in the background, from {@link Builder#build()} on. Services
 * do, so each report judges them by the latest snapshot of the monitor; only if the first look finds one that has not been probed yet, it
 * has all checks run. What jars require of each other stands in their {@code META-INF/renum/dependencies.json}.
 *
 * <p>Its settings switch it off, and so does a monitor that is switched off: no thread, reports with the status {@code DISABLED}. Safe for use by
 * many threads.
 */
public sealed interface DependencyValidator extends Monitored, AutoCloseable
        permits BackgroundValidator, DisabledValidator {
    /** A builder that requires nothing yet. Services are judged by the checks of {@code health}. */
    static Builder builder(HealthMonitor health) {
        return new Builder(health);
    }

    /**
     * Everything that is there, is missing, does not go together, and what to do about it.
     *
     * <p>Waits for the first look, until {@link Builder#limit} has passed since {@code build()}; after that, and if the caller is interrupted, a
     * report says {@code PENDING}. Never throws.
     */
    ValidationReport validateAllDependencies();

    /** Every version that is asked for, beside the one that is there. Waits like {@link #validateAllDependencies()}. */
    CompatibilityReport checkVersionCompatibility();

    /** The state of the system beside what it stands on. Waits like {@link #validateAllDependencies()}. */
    HealthReport generateHealthReport();

    /** The same as {@link #validateAllDependencies()} without waiting: {@code PENDING} as long as the first look lasts. */
    ValidationReport latest();

    /** Ends the first look if it still lasts, within 5 s. Reports can still be had. */
    @Override
    void close();

    /** One optional check, {@code dependencies}: degraded if something that is required is not there or does not fit. */
    @Override
    List<CheckSpec> checks();

    /** How many dependencies there are, how many of them are missing, how many findings; {@code NaN} during the first look. */
    @Override
    void measure(MetricSink sink);

    /** Collects requirements. May be used again; not safe for use by several threads at once. */
    final class Builder {
        private static final Duration LONGEST = Duration.ofMinutes(10);

        private final HealthMonitor health;
        private final List<Requirement> requirements = new ArrayList<>();
        private DependencySettings settings = DependencySettings.builder().build();
        private Duration limit = Duration.ofSeconds(30);
        private Clock clock = Clock.systemUTC();
        private @Nullable ClassLoader loader;
        private @Nullable Severity failFast;

        private Builder(HealthMonitor health) {
            this.health = requireNonNull(health, "health");
        }

        /** Does what {@code settings} say; default is what they are without a configuration. */
        public Builder settings(DependencySettings settings) {
            this.settings = requireNonNull(settings, "settings");
            return this;
        }

        /**
         * Requires a library.
         *
         * @param coordinates group and name, such as {@code org.postgresql:postgresql}
         * @param range the versions that fit in Maven's notation: {@code [42.7,43)}, {@code [1.3,)}, {@code [2,3),[4,5)}; a plain version means
         *     that one alone. A range that excludes 43 excludes its pre-releases, too
         * @throws IllegalArgumentException if one of the two is not allowed
         */
        public Builder library(String coordinates, String range) {
            return require(Kind.LIBRARY, coordinates, range, false);
        }

        /**
         * Allows a library to be absent, and requires a version if it is there; {@link #library} tells more.
         *
         * @throws IllegalArgumentException if one of the two is not allowed
         */
        public Builder optionalLibrary(String coordinates, String range) {
            return require(Kind.LIBRARY, coordinates, range, true);
        }

        /**
         * Requires a service to answer, and to be of a version.
         *
         * @param check the name of the check that watches it and tells its version
         * @param range the versions that fit, see {@link #library}
         * @throws IllegalArgumentException if one of the two is not allowed
         */
        public Builder service(String check, String range) {
            return require(Kind.SERVICE, check, range, false);
        }

        /**
         * Allows a service to be away, and requires a version while it answers; {@link #service} tells more.
         *
         * @throws IllegalArgumentException if one of the two is not allowed
         */
        public Builder optionalService(String check, String range) {
            return require(Kind.SERVICE, check, range, true);
        }

        /**
         * Requires a version of Java, such as {@code [17,26)}.
         *
         * @throws IllegalArgumentException if the range is not allowed
         */
        public Builder java(String range) {
            return require(Kind.JAVA, "java", range, false);
        }

        /** Looks at what this loader and its parents show, besides the class path and the modules of the JVM; default is that of the context. */
        public Builder classLoader(ClassLoader loader) {
            this.loader = requireNonNull(loader, "loader");
            return this;
        }

        /**
         * How long after {@code build()} somebody may still wait for the first look, and services for their first probe; default 30 s.
         *
         * @throws IllegalArgumentException if it is not between 0 and 10 min
         */
        public Builder limit(Duration limit) {
            if (limit.isNegative() || limit.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("limit " + limit + " is not allowed: use 0 to " + LONGEST);
            }
            this.limit = limit;
            return this;
        }

        /** Lets {@code build()} wait for the first look, and throw if there is a finding of this severity or a graver one; default is not to. */
        public Builder failFast(Severity severity) {
            this.failFast = requireNonNull(severity, "severity");
            return this;
        }

        /** Dates reports by {@code clock}; default is that of the system. */
        public Builder clock(Clock clock) {
            this.clock = requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Starts the first look and returns at once, unless {@link #failFast} is set.
         *
         * @throws DependencyValidationException if {@link #failFast} is set and there is such a finding
         */
        public DependencyValidator build() {
            if (!settings.enabled() || !health.settings().enabled()) {
                return new DisabledValidator(health, clock);
            }
            BackgroundValidator validator =
                    new BackgroundValidator(health, List.copyOf(requirements), loader(), Deadline.after(limit), clock);
            validator.start();
            if (failFast != null) {
                validator.failFrom(failFast);
            }
            return validator;
        }

        private ClassLoader loader() {
            if (loader != null) {
                return loader;
            }
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            return context == null ? ClassLoader.getSystemClassLoader() : context;
        }

        private Builder require(Kind kind, String name, String range, boolean optional) {
            VersionRange versions = VersionRange.parse(range);
            requirements.add(new Requirement(kind, name, versions, optional, Requirement.APPLICATION, null));
            return this;
        }
    }
}
