package dev.renum.config;

import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A configuration with secrets at random places, for tests that look for them afterwards. */
final class Plants {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private final Path folder;
    private final RandomGenerator random;
    private final boolean isYaml;
    private final List<String> secrets = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> ownLines = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> weak = new LinkedHashMap<>();
    private final Map<String, String> strong = new LinkedHashMap<>();

    Plants(Path folder, long seed) {
        this.folder = folder;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.isYaml = random.nextBoolean();
        directory("classes");
        directory("secrets");
    }

    /** What must not be seen. */
    List<String> secrets() {
        return secrets;
    }

    /** A secret of letters and digits. */
    String secret() {
        return remembered(text(LETTERS, 24));
    }

    /** A secret that is a number of 32 bits. */
    String number() {
        return remembered("1" + text("0123456789", 8));
    }

    private String remembered(String secret) {
        secrets.add(secret);
        return secret;
    }

    private String text(String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    /** A value of a shape by which secrets are known, whatever the key. */
    String shaped() {
        List<UnaryOperator<String>> shapes = List.of(
                secret -> "https://ann:" + secret + "@example.org/x",
                secret -> "postgres://" + secret + "@db:5432/shop",
                secret -> "jdbc:postgresql://db/shop?user=ann&password=" + secret,
                secret -> "jdbc:sqlserver://db;user=ann;pwd=" + secret + ";encrypt=true",
                secret -> "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----",
                secret -> "api_key=" + secret);
        return shapes.get(random.nextInt(shapes.size())).apply(secret());
    }

    /** A token of a well-known form; it is the secret as a whole. */
    String token() {
        List<String> tokens = List.of(
                "ghp_" + text(LETTERS, 36),
                "AKIA" + text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16),
                "xoxb-" + text("123456789", 12) + "-" + text("123456789", 12) + "-" + text(LETTERS, 24),
                "eyJ" + text(LETTERS, 20) + ".eyJ" + text(LETTERS, 30) + "." + text(LETTERS, 43));
        return remembered(tokens.get(random.nextInt(tokens.size())));
    }

    /** Sets {@code key} in a random source. */
    void anywhere(String key, String value) {
        switch (random.nextInt(6)) {
            case 0 -> variables.put(ProcessValues.variableName(key), value);
            case 1 -> properties.put(key, value);
            case 2 -> secretFile(key, value);
            case 3 -> weak.put(key, value);
            case 4 -> strong.put(key, value);
            default -> file(key, value);
        }
    }

    /** Sets {@code key} to one value in the file and to another in a stronger source. */
    void shadowed(String key, String value, String hidden) {
        file(key, hidden);
        switch (random.nextInt(5)) {
            case 0 -> variables.put(ProcessValues.variableName(key), value);
            case 1 -> properties.put(key, value);
            case 2 -> secretFile(key, value);
            case 3 -> weak.put(key, value);
            default -> strong.put(key, value);
        }
    }

    /** Sets {@code key} in a secret file and, to the value that counts, in a stronger source that belongs to this process as well. */
    void kept(String key, String value, String hidden) {
        secretFile(key, hidden);
        switch (random.nextInt(3)) {
            case 0 -> own(key, value);
            case 1 -> variables.put(ProcessValues.variableName(key), value);
            default -> properties.put(key, value);
        }
    }

    /** Sets {@code key} in the developer's own file of variables. */
    void own(String key, String value) {
        ownLines.add(ProcessValues.variableName(key) + "=" + value);
    }

    void file(String key, String value) {
        lines.add(isYaml ? '"' + key + "\": \"" + escaped(value) + '"' : key + "=" + escaped(value));
    }

    /** A line as it is. */
    void line(String line) {
        lines.add(line);
    }

    void variable(String name, String value) {
        variables.put(name, value);
    }

    void secretFile(String name, String content) {
        write(folder.resolve("secrets").resolve(name), content + "\n");
    }

    boolean isYaml() {
        return isYaml;
    }

    /** A builder that reads all of this in development. */
    EnvironmentConfigManager.Builder builder(Class<?> section) {
        Path classes = folder.resolve("classes");
        write(classes.resolve(isYaml ? "application.yaml" : "application.properties"), String.join("\n", lines) + "\n");
        write(folder.resolve(".env"), String.join("\n", ownLines) + "\n");
        properties.put("user.dir", folder.toString());
        return EnvironmentConfigManager.builder()
                .watch(false)
                .application("vault")
                .defaultEnvironment(Environment.DEV)
                .classLoader(new ClassPath(classes).loader())
                .secretsDirectory(folder.resolve("secrets"))
                .source(new ConfigLayer("weak", weak))
                .source(new ConfigLayer("strong", strong))
                .process(new ProcessValues(variables, properties))
                .sections(section);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
    }

    private void directory(String name) {
        try {
            Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
