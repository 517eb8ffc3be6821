package dev.renum.config;

import dev.renum.config.report.ConfigValidation;
import dev.renum.config.report.SettingsReference;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;

/** Reads and judges configurations without putting one in force. Holds nothing that changes. */
final class ConfigChecks {
    private final ConfigSetup setup;
    private final ConfigLoad load;

    ConfigChecks(ConfigLoad load) {
        this.setup = load.setup();
        this.load = load;
    }

    /** The configuration that a process would start with now, in the environment that it would start in. */
    Candidate candidate() {
        ProcessValues values = setup.process().get();
        return load.load(setup.environment(values), values);
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
        Candidate candidate = load.load(environment, setup.process().get());
        return new ConfigValidation(environment, false, candidate.report());
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
    EnvironmentDetector environments() {
        return setup.environments();
    }

    /** Every setting that there is. */
    SettingsReference reference() {
        return new SettingsReference(application(), load.describe());
    }

    /** The name of the application. */
    String application() {
        return setup.application();
    }
}
