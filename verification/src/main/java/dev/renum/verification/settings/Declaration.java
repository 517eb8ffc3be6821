package dev.renum.verification.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.renum.config.ConfigurationException;
import dev.renum.config.EnvironmentConfigManager;
import dev.renum.core.Environment;
import dev.renum.core.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Reads a settings record as a host does, from nothing but its annotations and what is given here.
 *
 * @param settings the record
 */
record Declaration(Class<?> settings) {
    /** What all keys of the record begin with. */
    String prefix() {
        return settings.getAnnotation(Settings.class).prefix();
    }

    /**
     * The defaults in {@code environment}.
     *
     * @throws ConfigurationException if they cannot be used
     */
    Object defaults(Environment environment) {
        try (EnvironmentConfigManager config = builder(environment).build()) {
            return config.get(settings);
        }
    }

    /** What is doubtful about the defaults in {@code environment}, which can be used. */
    List<String> warnings(Environment environment) {
        try (EnvironmentConfigManager config = builder(environment).build()) {
            return config.current().warnings().stream()
                    .filter(warning -> warning.key().startsWith(prefix() + "."))
                    .map(warning -> warning.key() + " " + warning.finding().message())
                    .toList();
        }
    }

    /**
     * The defaults of production, except that {@code key} has the value that {@code text} writes.
     *
     * @throws ConfigurationException if they cannot be used
     */
    Object with(String key, String text) {
        Path directory = directory();
        Path file = directory.resolve("application.properties");
        write(file, key, text);
        try (EnvironmentConfigManager config =
                builder(Environment.PROD).directory(directory).build()) {
            return config.get(settings);
        } finally {
            List.of(file, directory).forEach(Declaration::delete);
        }
    }

    private EnvironmentConfigManager.Builder builder(Environment environment) {
        return EnvironmentConfigManager.builder()
                .environment(environment)
                .classLoader(ClassLoader.getPlatformClassLoader())
                .sections(settings);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("settings");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String key, String text) {
        Properties properties = new Properties();
        properties.setProperty(key, text);
        try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
