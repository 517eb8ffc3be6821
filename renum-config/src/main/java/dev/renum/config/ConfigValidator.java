package dev.renum.config;

import static java.util.Objects.requireNonNull;

import dev.renum.config.report.ConfigValidation;
import dev.renum.config.report.SecurityValidation;
import dev.renum.config.report.ValidationResult;
import dev.renum.core.Environment;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks what a builder describes, without starting anything: in a test or in CI, before somebody else finds out.
 *
 * <pre>{@code
 * ConfigValidator.of(builder).validateAll().values().forEach(validation -> assertTrue(validation.isValid(), validation::toString));
 * }</pre>
 *
 * <p>Each call reads everything anew. Safe for use by many threads.
 */
public final class ConfigValidator {
    private final ConfigChecks checks;

    private ConfigValidator(ConfigChecks checks) {
        this.checks = checks;
    }

    /** A validator of what {@code builder} describes now; later changes of the builder do not reach it. */
    public static ConfigValidator of(EnvironmentConfigManager.Builder builder) {
        return new ConfigValidator(builder.checks());
    }

    /**
     * Whether every required setting has a value, in the environment that this process would start in and with what it brings.
     *
     * @throws ConfigurationException if the environment is not known
     */
    public ValidationResult validateRequiredSettings() {
        ConfigValidation validation = checks.here();
        return ValidationResult.of(validation.environment(), validation.report());
    }

    /**
     * What the security rules say, in the environment that this process would start in and with what it brings.
     *
     * @throws ConfigurationException if the environment is not known
     */
    public SecurityValidation checkSecuritySettings() {
        ConfigValidation validation = checks.here();
        return SecurityValidation.of(validation.environment(), validation.report());
    }

    /**
     * Everything about each of {@code environments}, in their order; without one, about {@code dev}, {@code test}, {@code prod} and all that are registered.
     *
     * <p>Each is checked offline: variables, properties and secrets of this process do not count. A {@code Secret} without a value, or a value that refers to
     * something that is not there, is expected at deployment and no error ({@code RNM-CFG-033}); a random text stands in for such a secret, so that its section
     * is created and judged all the same.
     */
    public Map<Environment, ConfigValidation> validateAll(Environment... environments) {
        List<Environment> wanted =
                environments.length == 0 ? checks.environments().all() : List.of(environments);
        Map<Environment, ConfigValidation> validations = new LinkedHashMap<>();
        wanted.forEach(environment -> validations.put(requireNonNull(environment), checks.offline(environment)));
        return Collections.unmodifiableMap(validations);
    }
}
