package dev.renum.config;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the process brings: a copy of its environment variables and system properties. */
record ProcessValues(Map<String, String> variables, Map<String, String> properties) {
    static ProcessValues current() {
        Properties system = System.getProperties();
        Map<String, String> properties = new TreeMap<>();
        system.stringPropertyNames().forEach(name -> properties.put(name, system.getProperty(name, "")));
        return new ProcessValues(new TreeMap<>(System.getenv()), properties);
    }
}
