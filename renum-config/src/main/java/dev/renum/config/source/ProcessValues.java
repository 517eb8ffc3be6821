package dev.renum.config.source;

import static java.util.Collections.unmodifiableMap;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the process brings: a copy of its environment variables and system properties.
 *
 * @param variables the environment variables by name
 * @param properties the system properties by key
 */
public record ProcessValues(Map<String, String> variables, Map<String, String> properties) {
    /** The property that names the environment; its variable is {@code RENUM_ENVIRONMENT}. */
    public static final String ENVIRONMENT = "renum.environment";

    /** Copies both, in the order of the names. */
    public ProcessValues {
        variables = unmodifiableMap(new TreeMap<>(variables));
        properties = unmodifiableMap(new TreeMap<>(properties));
    }

    /** Those of this process, now. */
    public static ProcessValues current() {
        Properties system = System.getProperties();
        Map<String, String> properties = new HashMap<>();
        system.stringPropertyNames().forEach(name -> properties.put(name, system.getProperty(name, "")));
        return new ProcessValues(System.getenv(), properties);
    }

    /** The variable that sets {@code key}, in whatever spelling, the usual one first; empty if there is none. */
    public String variable(String key) {
        String name = variableName(key);
        return Optional.ofNullable(variables.get(name))
                .or(() -> variables.entrySet().stream()
                        .filter(variable -> variableName(variable.getKey()).equals(name))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .orElse("");
    }

    /** The name of the environment variable that sets {@code key}, as it is usually written. */
    public static String variableName(String key) {
        char[] name = key.toCharArray();
        for (int i = 0; i < name.length; i++) {
            name[i] = inVariable(name[i]);
        }
        return new String(name);
    }

    private static char inVariable(char c) {
        boolean isLower = c >= 'a' && c <= 'z';
        boolean isUpperOrDigit = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return isLower ? (char) (c - 'a' + 'A') : isUpperOrDigit ? c : '_';
    }
}
