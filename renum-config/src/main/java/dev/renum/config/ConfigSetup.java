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
import org.jspecify.annotations.Nullable;

/**
 * What a builder was told, once and for all.
 *
 * @param application the name of the application
 * @param environment the environment to run in, whatever the process says, or {@code null}
 * @param defaultEnvironment the environment to run in if the process names none, or {@code null}
 * @param registered environments of the host's own
 * @param sections the records to read, those of this module first
 * @param places where to read
 * @param rules the host's rules
 * @param waivers what the host accepts although a rule objects
 * @param watch whether files may be watched at all
 * @param ticker measures time
 * @param clock says which day it is
 */
record ConfigSetup(
        String application,
        @Nullable Environment environment,
        @Nullable Environment defaultEnvironment,
        List<Environment> registered,
        List<Class<?>> sections,
        Places places,
        List<ConfigRule> rules,
        List<Waiver> waivers,
        boolean watch,
        Ticker ticker,
        Clock clock) {
    /** Copies the lists. */
    ConfigSetup {
        registered = List.copyOf(registered);
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
        EnvironmentDetector.Detected detected =
                new EnvironmentDetector(registered).detect(values.properties(), values.variables(), defaultEnvironment);
        if (detected.problem() != null) {
            throw new ConfigurationException(new ConfigReport(application, null, List.of(detected.problem())));
        }
        return requireNonNull(detected.environment());
    }
}
