package dev.renum.config.source;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the process brings: a copy of its environment variables and system properties.
 *
 * @param variables the environment variables by name
 * @param properties the system properties by key
 */
public record ProcessValues(Map<String, String> variables, Map<String, String> properties) {
    /** The property that names the environment; its variable is {@code RENUM_ENVIRONMENT}. */
    public static final String ENVIRONMENT = "renum.environment";

    private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9]");

    /** Those of this process, now. */
    public static ProcessValues current() {
        Properties system = System.getProperties();
        Map<String, String> properties = new TreeMap<>();
        system.stringPropertyNames().forEach(name -> properties.put(name, system.getProperty(name, "")));
        return new ProcessValues(new TreeMap<>(System.getenv()), properties);
    }

    /** The name of the environment variable that sets {@code key}, as it is usually written. */
    public static String variableName(String key) {
        return NO_NAME.matcher(key).replaceAll("_").toUpperCase(Locale.ROOT);
    }
}
