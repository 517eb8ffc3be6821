package dev.renum.config;

import dev.renum.config.bind.Suggestions;
import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides in which environment the application runs.
 *
 * <p>Argument, {@code -Drenum.environment}, {@code RENUM_ENVIRONMENT}, the host's default, production: the first that is there counts. A
 * name that is not known is a problem and never becomes an environment.
 */
final class EnvironmentDetector {
    private static final String KEY = ProcessValues.ENVIRONMENT;
    private static final String VARIABLE = ProcessValues.variableName(KEY);

    private final Map<String, Environment> known = new LinkedHashMap<>();

    EnvironmentDetector(List<Environment> registered) {
        List.of(Environment.DEV, Environment.TEST, Environment.PROD).forEach(e -> known.put(e.name(), e));
        known.put("development", Environment.DEV);
        known.put("production", Environment.PROD);
        registered.forEach(environment -> known.put(environment.name(), environment));
    }

    /** Either the environment or the problem that there is none. */
    record Detected(
            @Nullable Environment environment, @Nullable Problem problem) {}

    Detected detect(ProcessValues process, @Nullable Environment byDefault) {
        String property = process.properties().get(KEY);
        if (property != null) {
            return named(property, Origin.of("-D" + KEY, Origin.Kind.SYSTEM_PROPERTY));
        }
        String variable = process.variable(KEY);
        if (!variable.isBlank()) {
            return named(variable, Origin.of(VARIABLE, Origin.Kind.ENVIRONMENT_VARIABLE));
        }
        return new Detected(byDefault == null ? Environment.PROD : byDefault, null);
    }

    /** Every environment that is known, each once. */
    List<Environment> all() {
        return known.values().stream().distinct().toList();
    }

    /** The environment that {@code name} names, with its other names and in any case. */
    Optional<Environment> find(String name) {
        return Optional.ofNullable(known.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    private Detected named(String name, Origin origin) {
        return find(name)
                .map(environment -> new Detected(environment, null))
                .orElseGet(() -> new Detected(null, unknown(name, origin)));
    }

    /** What is wrong with {@code name}, which names none and stands at {@code origin}. */
    Problem unknown(String name, Origin origin) {
        List<String> names = List.copyOf(known.keySet());
        Finding finding = Finding.of(
                ConfigCode.UNKNOWN_ENVIRONMENT,
                KEY,
                "'" + name + "' is not the name of an environment; allowed are " + String.join(", ", names),
                "name one of them, or register your own with EnvironmentConfigManager.builder().register(…)");
        return new Problem(finding, KEY, origin, null, List.of(), Suggestions.of(name, names), null);
    }
}
