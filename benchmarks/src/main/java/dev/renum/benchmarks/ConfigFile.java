package dev.renum.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file {@code application.yaml}, and one {@code application.properties} of the same content elsewhere, in a temporary directory.
 *
 * @param directory the temporary directory
 * @param endpoints the prefixes of the endpoints in it, as {@code orders.database}
 */
record ConfigFile(Path directory, List<String> endpoints) implements AutoCloseable {
    /** Writes a value for every setting of {@code sections}. */
    static ConfigFile write(List<Class<?>> sections) throws IOException {
        Path directory = Files.createTempDirectory("renum-benchmark");
        List<String> endpoints = sections.stream()
                .flatMap(section -> endpoints(section).map(name -> Sections.prefix(section) + "." + name))
                .toList();
        ConfigFile file = new ConfigFile(directory, endpoints);
        Files.createDirectory(file.yamlDirectory());
        Files.createDirectory(file.propertiesDirectory());
        Files.write(file.yaml(), sections.stream().flatMap(ConfigFile::yaml).toList());
        Files.write(
                file.properties(),
                endpoints.stream().flatMap(ConfigFile::properties).toList());
        return file;
    }

    /** The directory that has nothing but the YAML file. */
    Path yamlDirectory() {
        return directory.resolve("yaml");
    }

    Path yaml() {
        return yamlDirectory().resolve("application.yaml");
    }

    /** The directory that has nothing but the properties file. */
    Path propertiesDirectory() {
        return directory.resolve("properties");
    }

    Path properties() {
        return propertiesDirectory().resolve("application.properties");
    }

    /** The key of every setting in it. */
    List<String> keys() {
        return endpoints.stream()
                .flatMap(endpoint -> settings().map(line -> endpoint + "." + line.substring(0, line.indexOf(':'))))
                .toList();
    }

    /** Deletes the directory. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> endpoints(Class<?> section) {
        return Arrays.stream(section.getRecordComponents()).map(RecordComponent::getName);
    }

    private static Stream<String> yaml(Class<?> section) {
        Stream<String> lines = endpoints(section)
                .flatMap(name ->
                        Stream.concat(Stream.of("  " + name + ":"), settings().map(it -> "    " + it)));
        return Stream.concat(Stream.of(Sections.prefix(section) + ":"), lines);
    }

    private static Stream<String> properties(String endpoint) {
        return settings()
                .map(line -> line.replaceFirst(": ", "=").replace("[", "").replace("]", ""))
                .map(line -> endpoint + "." + line);
    }

    /** The settings of an {@link Endpoint} as lines of YAML. */
    private static Stream<String> settings() {
        return """
                url: https://orders.acme-shop.com:8443/api/v1
                username: backend
                mode: READ_WRITE
                enabled: true
                timeout: PT2S
                idle-timeout: PT10M
                maximum-size: 20
                maximum-bytes: 1048576
                weight: 0.25
                tags: [fast,remote]
                """.lines();
    }
}
