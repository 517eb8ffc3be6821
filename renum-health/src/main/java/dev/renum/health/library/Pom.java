package dev.renum.health.library;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;

/** Coordinates from a {@code pom.properties}. */
record Pom(String group, String name, String version) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,200}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.+-]{1,128}");

    /**
     * Reads the content of a file.
     *
     * @throws IOException if it does not name coordinates
     */
    static Pom parse(byte[] content) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw new IOException("is no properties file: " + e.getMessage(), e);
        }
        return new Pom(
                valid(properties, "groupId", WORD),
                valid(properties, "artifactId", WORD),
                valid(properties, "version", VERSION));
    }

    private static String valid(Properties properties, String key, Pattern allowed) throws IOException {
        String value = properties.getProperty(key, "").strip();
        if (!allowed.matcher(value).matches()) {
            throw new IOException("has no usable " + key);
        }
        return value;
    }
}
