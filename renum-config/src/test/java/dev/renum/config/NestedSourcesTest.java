package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.SourceModel.Source;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random values of nested settings, spread over all sources in random spellings, against the {@link SourceModel}. */
final class NestedSourcesTest {
    private static final List<Class<?>> SHAPES = List.of(Lists.class, Maps.class, Groups.class);

    @TempDir
    Path folder;

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> code = new HashMap<>();
    private final List<Source> sources = new ArrayList<>();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areWhatTheStrongestSourceSays(long seed) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Class<?> shape = SHAPES.get((int) seed % SHAPES.size());
        Path classPath = Files.createDirectory(folder.resolve("classpath"));
        Path directory = Files.createDirectory(folder.resolve("directory"));
        Path secrets = Files.createDirectory(folder.resolve("secrets"));

        code.putAll(keys(shape, random));
        properties.putAll(keys(shape, random));
        variables.putAll(variables(shape, random));
        envFile(directory, variables(shape, random));
        secretFiles(secrets, keys(shape, random), random);
        file(directory, "application-dev", shape, random);
        file(directory, "application", shape, random);
        file(classPath, "application-dev", shape, random);
        file(classPath, "application", shape, random);

        try (EnvironmentConfigManager config = builder(shape, classPath, directory, secrets)
                .process(new ProcessValues(variables, properties))
                .build()) {
            assertThat(SourceModel.treeOf(config.get(shape))).isEqualTo(SourceModel.merged(shape, sources));
            assertThat(config.current().warnings())
                    .noneMatch(problem -> problem.finding().code().startsWith("RNM-CFG-"));
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private EnvironmentConfigManager.Builder builder(Class<?> shape, Path classPath, Path directory, Path secrets) {
        return EnvironmentConfigManager.builder()
                .application("shop")
                .environment(Environment.DEV)
                .sections(shape)
                .classLoader(new ClassPath(classPath).loader())
                .directory(directory)
                .secretsDirectory(secrets)
                .source(new ConfigLayer("code", code))
                .watch(false);
    }

    /** What the next source, weaker than those before, has of {@code shape}; nothing more often than something. */
    private Optional<Object> next(Class<?> shape, boolean hasVariables, RandomGenerator random) {
        if (random.nextInt(5) > 1) {
            return Optional.empty();
        }
        Object tree = SourceModel.random(shape, random);
        sources.add(new Source(tree, hasVariables));
        return Optional.of(tree);
    }

    private Map<String, String> keys(Class<?> shape, RandomGenerator random) {
        Map<String, String> keys = new TreeMap<>();
        next(shape, false, random).ifPresent(tree -> SourceModel.flatten("shop", tree, random, keys));
        return keys;
    }

    private Map<String, String> variables(Class<?> shape, RandomGenerator random) {
        Map<String, String> keys = new TreeMap<>();
        next(shape, true, random).ifPresent(tree -> SourceModel.flatten("shop", tree, random, keys));
        Map<String, String> spelled = new TreeMap<>();
        keys.forEach((key, value) -> spelled.put(
                random.nextBoolean()
                        ? ProcessValues.variableName(key)
                        : SourceModel.anyCase(ProcessValues.variableName(key), random),
                value));
        return spelled;
    }

    private static void envFile(Path directory, Map<String, String> variables) throws IOException {
        Files.write(
                directory.resolve(".env"),
                variables.entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .toList());
    }

    private static void secretFiles(Path directory, Map<String, String> keys, RandomGenerator random)
            throws IOException {
        for (Map.Entry<String, String> key : keys.entrySet()) {
            String path = key.getKey();
            Path file = directory.resolve(random.nextBoolean() ? path : path.replaceFirst("\\.", "/"));
            Files.createDirectories(file.getParent());
            Files.writeString(file, key.getValue() + (random.nextBoolean() ? "\n" : ""));
        }
    }

    private void file(Path directory, String name, Class<?> shape, RandomGenerator random) throws IOException {
        Object tree = next(shape, false, random).orElse(null);
        if (tree == null) {
            return;
        }
        Map<String, String> keys = new TreeMap<>();
        SourceModel.flatten("shop", tree, random, keys);
        List<String> lines = new ArrayList<>();
        switch (random.nextInt(3)) {
            case 0 -> keys.forEach((key, value) -> lines.add(key + " = " + value));
            case 1 -> keys.forEach((key, value) -> lines.add("'" + key + "': '" + value + "'"));
            default -> lines.add("shop: " + SourceModel.yaml(tree));
        }
        boolean isYaml = lines.get(0).contains(": ");
        Files.write(directory.resolve(name + (isYaml ? ".yaml" : ".properties")), lines);
    }

    @Settings(prefix = "shop")
    record Lists(@Default("") List<Node> nodes, @Default("") List<String> tags, Optional<String> name) {}

    @Settings(prefix = "shop")
    record Maps(Map<String, Node> pools, Map<String, List<String>> lists, Map<String, String> labels) {}

    @Settings(prefix = "shop")
    record Groups(Optional<Inner> inner, Optional<Deep> deep) {}

    record Node(
            Optional<String> host, @Default("") List<String> tags, Map<String, String> limits, Optional<Inner> inner) {}

    record Inner(Optional<String> name, Map<String, String> labels) {}

    record Deep(Map<String, Rack> racks, Optional<Inner> inner) {}

    record Rack(@Default("") List<Node> nodes, Map<String, List<String>> lists) {}
}
