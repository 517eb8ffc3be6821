package dev.renum.config;

import static java.util.Objects.requireNonNull;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.rule.Waiver;
import dev.renum.config.source.Places;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.Ticker;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a builder was told, once and for all.
 *
 * @param application the name of the application
 * @param environment the environment to run in, whatever the process says, or {@code null}
 * @param defaultEnvironment the environment to run in if the process names none, or {@code null}
 * @param environments the environments that are known
 * @param sections the records to read, those of this module first
 * @param places where to read
 * @param rules the host's rules
 * @param waivers what the host accepts although a rule objects
 * @param watch whether files may be watched at all
 * @param ticker measures time
 * @param clock says which day it is
 * @param process what the process brings, asked at each reading
 */
record ConfigSetup(
        String application,
        @Nullable Environment environment,
        @Nullable Environment defaultEnvironment,
        EnvironmentDetector environments,
        List<Class<?>> sections,
        Places places,
        List<ConfigRule> rules,
        List<Waiver> waivers,
        boolean watch,
        Ticker ticker,
        Clock clock,
        Supplier<ProcessValues> process) {
    /** Copies the lists. */
    ConfigSetup {
        sections = List.copyOf(sections);
        rules = List.copyOf(rules);
        waivers = List.copyOf(waivers);
    }

    /**
     * The environment that a process with {@code values} runs in.
     *
     * @throws ConfigurationException if it names one that is not known
     */
    Environment environment(ProcessValues values) {
        if (environment != null) {
            return environment;
        }
        EnvironmentDetector.Detected detected = environments.detect(values, defaultEnvironment);
        if (detected.problem() != null) {
            throw new ConfigurationException(new ConfigReport(application, null, List.of(detected.problem())));
        }
        return requireNonNull(detected.environment());
    }
}
