package dev.renum.health.library;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than a hundred jars as they are published; what they are is told by the build that fetched them. */
final class RealJarsTest {
    private static final Pattern ITEM = Pattern.compile(
            "<artifactItem><groupId>(.+?)</groupId><artifactId>(.+?)</artifactId><version>(.+?)</version>"
                    + "(?:<classifier>(.+?)</classifier>)?</artifactItem>");

    @TempDir
    private Path directory;

    @Test
    void knowsWhatEveryPublishedJarIs() throws IOException {
        List<Path> jars = JarMaker.real();

        long begun = System.currentTimeMillis();
        Inventory inventory = InventoryScan.of(jars);
        long took = System.currentTimeMillis() - begun;

        Map<String, Library> found = byFile(inventory);
        print(inventory, found, took);
        List<Artifact> truth = truth();
        assertThat(jars).hasSizeGreaterThan(100);
        assertThat(truth).hasSizeGreaterThan(70);
        assertThat(truth).allSatisfy(artifact -> {
            assertThat(found).containsKey(artifact.file());
            Library library = requireNonNull(found.get(artifact.file()));
            assertThat(library.name()).isEqualTo(artifact.name());
            assertThat(library.version()).isEqualTo(artifact.version());
            assertThat(library.is(artifact.group(), artifact.name())).isTrue();
        });
        assertThat(inventory.troubles()).isEmpty();
    }

    @Test
    void neverTellsAWrongVersionWhenFilesHaveLostTheirNames() throws IOException {
        List<Artifact> truth = truth();
        List<Path> renamed = new ArrayList<>();
        for (Artifact artifact : truth) {
            Path source = Path.of(System.getProperty("renum.test.jars"), artifact.file());
            renamed.add(Files.copy(source, directory.resolve("library" + renamed.size() + ".jar")));
        }

        Map<String, Library> found = byFile(InventoryScan.of(renamed));

        List<String> wrong = new ArrayList<>();
        int known = 0;
        for (int i = 0; i < renamed.size(); i++) {
            Library library = requireNonNull(found.get("library" + i + ".jar"));
            String version = library.version();
            if (version != null) {
                known++;
                if (!SameVersion.begins(truth.get(i).version(), version)) {
                    wrong.add(truth.get(i) + " is said to be " + library);
                }
            }
        }
        System.out.println("without the names of files: " + known + " of " + truth.size() + " versions known");
        assertThat(wrong).isEmpty();
        assertThat(known).isGreaterThan(truth.size() * 3 / 4);
    }

    @Test
    void looksIntoAFatJar() throws IOException {
        List<Path> jars = JarMaker.real().stream()
                .filter(jar -> jar.toFile().length() < 200_000)
                .toList();
        JarMaker fat = JarMaker.jar()
                .withManifest(
                        "Main-Class: org.springframework.boot.loader.launch.JarLauncher",
                        "Implementation-Title: shop",
                        "Implementation-Version: 9.9.9");
        for (Path jar : jars) {
            fat.withStored("BOOT-INF/lib/" + jar.getFileName(), Files.readAllBytes(jar));
        }
        Path shop = fat.write(directory.resolve("shop.jar"));

        Inventory inventory = InventoryScan.of(List.of(shop));

        Map<String, Library> inside = byFile(inventory);
        Map<String, Library> outside = byFile(InventoryScan.of(jars));
        inside.remove("shop.jar");
        assertThat(jars).hasSizeGreaterThan(40);
        assertThat(texts(inside)).isEqualTo(texts(outside));
        assertThat(inventory.libraries().get(0).version()).isNull();
    }

    @Test
    void looksIntoAShadedJarWhoseManifestLies() throws IOException {
        Path shaded = JarMaker.jar()
                .withContentOf(real("jackson-databind-2.20.1.jar"))
                .withContentOf(real("HikariCP-5.1.0.jar"))
                .withContentOf(real("logback-core-1.5.20.jar"))
                .write(directory.resolve("worker-all.jar"));

        List<Library> libraries = InventoryScan.of(List.of(shaded)).libraries();

        assertThat(libraries)
                .extracting(Library::coordinates, Library::version)
                .containsExactlyInAnyOrder(
                        tuple("worker-all", null),
                        tuple("com.fasterxml.jackson.core:jackson-databind", "2.20.1"),
                        tuple("com.zaxxer:HikariCP", "5.1.0"),
                        tuple("ch.qos.logback:logback-core", "1.5.20"));
        assertThat(libraries).extracting(Library::shaded).containsOnly(false);
    }

    private static Path real(String name) {
        return Path.of(System.getProperty("renum.test.jars"), name);
    }

    /** The archive itself comes before its parts. */
    private static Map<String, Library> byFile(Inventory inventory) {
        Map<String, Library> byFile = new TreeMap<>();
        for (Library library : inventory.libraries()) {
            String location = library.location().replace('\\', '/');
            byFile.putIfAbsent(location.substring(location.lastIndexOf('/') + 1), library);
        }
        return byFile;
    }

    private static List<String> texts(Map<String, Library> libraries) {
        return libraries.values().stream()
                .map(one -> one.coordinates() + " " + one.version() + " " + one.evidence())
                .toList();
    }

    private static List<Artifact> truth() throws IOException {
        Matcher item = ITEM.matcher(Files.readString(Path.of("pom.xml")));
        List<Artifact> artifacts = new ArrayList<>();
        while (item.find()) {
            artifacts.add(new Artifact(
                    item.group(1), item.group(2), item.group(3), item.group(4) == null ? "" : "-" + item.group(4)));
        }
        return artifacts;
    }

    private static void print(Inventory inventory, Map<String, Library> found, long took) {
        StringBuilder table = new StringBuilder();
        found.forEach((file, library) -> table.append(String.format(
                Locale.ROOT,
                "%-62s %-52s %-22s %s%n",
                file,
                library.coordinates(),
                library.version(),
                library.evidence().stream().map(Evidence::text).collect(Collectors.joining(", ")))));
        Map<Object, Long> rates =
                found.values().stream().collect(Collectors.groupingBy(Library::evidence, Collectors.counting()));
        rates.forEach((evidence, count) ->
                table.append(String.format(Locale.ROOT, "%-45s %4d of %d%n", evidence, count, found.size())));
        long grouped = found.values().stream()
                .filter(library -> library.group() != null)
                .count();
        table.append(String.format(Locale.ROOT, "group known%38d of %d%n", grouped, found.size()));
        table.append(String.format(
                Locale.ROOT,
                "%d archives, %d libraries, %d pairs with double classes, %d ms%n",
                inventory.archives(),
                inventory.libraries().size(),
                inventory.overlaps().size(),
                took));
        inventory.overlaps().forEach(overlap -> table.append(overlap).append('\n'));
        System.out.print(table);
    }

    private record Artifact(String group, String name, String version, String classifier) {
        String file() {
            return name + "-" + version + classifier + ".jar";
        }
    }
}
