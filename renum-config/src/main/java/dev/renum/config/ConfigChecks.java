package dev.renum.config;

import dev.renum.config.report.ConfigValidation;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import java.util.List;
import java.util.function.Supplier;

/** Reads and judges configurations without putting one in force. Holds nothing that changes. */
final class ConfigChecks {
    private final ConfigLoad load;
    private final Supplier<ProcessValues> process;

    ConfigChecks(ConfigLoad load, Supplier<ProcessValues> process) {
        this.load = load;
        this.process = process;
    }

    /** The configuration that a process would start with now, in the environment that it would start in. */
    Candidate candidate() {
        ProcessValues values = process.get();
        return load.load(load.setup().environment(values), values);
    }

    /** The configuration of {@code environment} with nothing that this process brings. */
    Candidate offlineCandidate(Environment environment) {
        return load.loadOffline(environment);
    }

    /** What {@link #candidate()} has to say. */
    ConfigValidation here() {
        Candidate candidate = candidate();
        return new ConfigValidation(candidate.environment(), false, candidate.report());
    }

    /** What the configuration of {@code environment} has to say, with everything that this process brings. */
    ConfigValidation here(Environment environment) {
        return new ConfigValidation(
                environment, false, load.load(environment, process.get()).report());
    }

    /** What {@link #offlineCandidate} has to say. */
    ConfigValidation offline(Environment environment) {
        return new ConfigValidation(
                environment, true, offlineCandidate(environment).report());
    }

    /**
     * The same as records.
     *
     * @throws ConfigurationException if it has errors
     */
    EnvironmentConfig loadOffline(Environment environment) {
        return offlineCandidate(environment).accepted();
    }

    /** The environments that everybody has, and those of the host's own. */
    List<Environment> environments() {
        return new EnvironmentDetector(load.setup().registered()).all();
    }
}
