package dev.renum.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.ProblemLines;
import dev.renum.core.Environment;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceLoaderTest {
    @TempDir
    Path folder;

    private Path classes;
    private Path directory;
    private Path secrets;

    @BeforeEach
    void createDirectories() throws IOException {
        classes = Files.createDirectory(folder.resolve("classes"));
        directory = Files.createDirectory(folder.resolve("external"));
        secrets = Files.createDirectory(folder.resolve("secrets"));
    }

    @Test
    void ordersSourcesFromWeakToStrong() throws IOException {
        write(classes, "application.properties", "a=1");
        write(classes, "application-dev.yaml", "a: 2");
        write(directory, "application.yml", "a: 3");
        write(directory, "application-dev.properties", "a=4");
        write(secrets, "a", "5");
        write(directory, ".env", "A=6");

        Sources sources = load(Environment.DEV, Map.of("a", "7"));

        assertThat(sources.layers())
                .extracting(layer ->
                        layer.origin().ordinal() + " " + layer.origin().kind().name())
                .containsExactly(
                        "100 CLASS_PATH",
                        "110 CLASS_PATH",
                        "120 DIRECTORY",
                        "130 DIRECTORY",
                        "200 SECRET_FILE",
                        "250 ENV_FILE",
                        "400 SYSTEM_PROPERTY");
        assertThat(sources.problems()).isEmpty();
        assertThat(sources.isComplete()).isTrue();
    }

    @Test
    void refusesADirectoryOnTheClassPath() throws IOException {
        Files.createDirectory(classes.resolve("application.properties"));
        write(classes, "application.properties/shop.a=99", "");

        Sources sources = load(Environment.DEV, Map.of());

        assertThat(sources.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.finding().message()).contains("it is not a file"));
        assertThat(sources.layers()).noneMatch(layer -> layer.entries().containsKey("shop.a"));
    }

    @Nested
    final class Secrets {
        @Test
        void areTheirFilesWithoutTheEndOfASingleLine() throws IOException {
            write(secrets, "a.password", "hunter2\n");
            write(secrets, "b.windows", "hunter2\r\n");
            write(secrets, "c.bare", "pa$$w0rd${x} ");
            write(secrets, "d.pem", "-----BEGIN\nabc\n-----END\n");
            write(secrets, "e.empty", "\n");
            Files.createDirectories(secrets.resolve("db/main"));
            write(secrets, "db/main/password", "hunter3");

            Layer layer = secretLayer(load(Environment.PROD, Map.of()));

            assertThat(valuesOf(layer))
                    .isEqualTo(Map.of(
                            "a.password", "hunter2",
                            "b.windows", "hunter2",
                            "c.bare", "pa$$w0rd${x} ",
                            "d.pem", "-----BEGIN\nabc\n-----END\n",
                            "e.empty", "",
                            "db.main.password", "hunter3"));
            assertThat(layer.entries()).hasEntrySatisfying("db.main.password", entry -> {
                assertThat(entry.origin()).hasToString("secrets/db/main/password");
                assertThat(entry.origin().location())
                        .isEqualTo(secrets.resolve("db/main/password").toString());
            });
        }

        @Test
        void comeFromTheVersionThatKubernetesMounted() throws IOException {
            Path version = Files.createDirectory(secrets.resolve("..2026_01_01"));
            write(version, "a.password", "new");
            write(version, "b.added", "link not there yet");
            Files.createSymbolicLink(secrets.resolve("..data"), Path.of("..2026_01_01"));
            Files.createSymbolicLink(secrets.resolve("a.password"), Path.of("..data", "a.password"));
            Files.createSymbolicLink(secrets.resolve("c.removed"), Path.of("..data", "c.removed"));
            Files.createSymbolicLink(secrets.resolve("d.other-name"), Path.of("..data", "a.password"));
            write(secrets, "e.beside", "no link");

            Sources sources = load(Environment.PROD, Map.of());

            assertThat(valuesOf(secretLayer(sources)))
                    .isEqualTo(Map.of(
                            "a.password", "new",
                            "b.added", "link not there yet",
                            "d.other-name", "new",
                            "e.beside", "no link"));
            assertThat(sources.problems()).isEmpty();
            assertThat(sources.files()).contains(secrets.resolve("a.password"));
        }

        @Test
        void areNamedIfTheyAreNotText() throws IOException {
            Files.write(secrets.resolve("a.password"), new byte[] {'a', (byte) 0xE9});

            Sources sources = load(Environment.PROD, Map.of());

            assertThat(ProblemLines.of(sources.problems()))
                    .containsExactly("RNM-CFG-003 a.password @ secrets/a.password");
            assertThat(sources.isComplete()).isTrue();
        }

        @Test
        void thatLinkToEachOtherAreRefusedOnceAndSoon() throws IOException {
            write(secrets, "a.password", "hunter2");
            for (int i = 0; i < 6; i++) {
                Files.createSymbolicLink(secrets.resolve("loop" + i), Path.of("."));
            }

            Sources sources = load(Environment.PROD, Map.of());

            assertThat(sources.problems())
                    .extracting(problem -> problem.finding().message())
                    .containsExactlyInAnyOrder(
                            "has directories in more than 8 levels", "has more than 100 directories");
        }

        @Test
        void haveAnEndEvenIfTheirDirectoryHasNot() throws IOException {
            Files.createSymbolicLink(secrets.resolve("again"), Path.of("."));
            for (int i = 0; i < 130; i++) {
                write(secrets, "s" + i, "x");
            }

            Sources sources = load(Environment.PROD, Map.of());

            assertThat(ProblemLines.of(sources.problems()))
                    .hasSize(2)
                    .allMatch(problem -> problem.startsWith("RNM-CFG-002 " + secrets));
            assertThat(secretLayer(sources).entries()).hasSize(1000);
        }

        @Test
        void needTheirDirectory() throws IOException {
            Files.delete(secrets);

            Sources sources = load(Environment.PROD, Map.of());

            assertThat(sources.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.origin().location()).isEqualTo(secrets.toString());
                assertThat(problem.origin().kind()).isEqualTo(Origin.Kind.SECRET_FILE);
            });
            assertThat(sources.isComplete()).isFalse();
        }

        private Layer secretLayer(Sources sources) {
            return layer(sources, Origin.Kind.SECRET_FILE);
        }
    }

    @Nested
    final class EnvFile {
        @Test
        void liesInTheExternalDirectory() throws IOException {
            write(directory, ".env", "SHOP_PORT=1");

            Sources sources = load(Environment.TEST, Map.of("user.dir", classes.toString()));

            assertThat(valuesOf(layer(sources, Origin.Kind.ENV_FILE))).isEqualTo(Map.of("SHOP_PORT", "1"));
        }

        @Test
        void liesInTheWorkingDirectoryIfThereIsNoOther() throws IOException {
            write(classes, ".env", "SHOP_PORT=1");

            Sources sources = SourceLoader.load(
                    places(null, null),
                    Environment.DEV,
                    new ProcessValues(Map.of(), Map.of("user.dir", classes.toString())));

            assertThat(layer(sources, Origin.Kind.ENV_FILE).origin().location())
                    .isEqualTo(classes.resolve(".env").toString());
        }

        @Test
        void doesNotCountInProduction() throws IOException {
            write(directory, ".env", "hunter2 is no line");

            Sources sources = load(Environment.PROD, Map.of());

            assertThat(sources.problems()).isEmpty();
            assertThat(sources.ignoredEnvFile()).satisfies(origin -> {
                assertThat(origin.location())
                        .isEqualTo(directory.resolve(".env").toString());
            });
            assertThat(load(Environment.DEV, Map.of()).ignoredEnvFile()).isNull();
        }
    }

    @Nested
    final class Fingerprints {
        @Test
        void sayWhichFilesWereRead() throws IOException {
            write(classes, "application.properties", "a=1");
            write(directory, "application-dev.yaml", "a: 1");
            Files.createDirectory(directory.resolve("application.properties"));

            Sources sources = load(Environment.DEV, Map.of());

            assertThat(sources.files())
                    .containsExactly(
                            classes.resolve("application.properties"),
                            directory.resolve("application.properties"),
                            directory.resolve("application-dev.yaml"));
            assertThat(sources.directories()).containsExactly(directory, secrets);
        }

        @Test
        void areEqualForEqualBytesAndDifferForOthers() throws IOException {
            write(directory, "application.properties", "a=1");
            write(secrets, "b", "2");

            String first = load(Environment.DEV, Map.of()).fingerprint();
            String again = load(Environment.DEV, Map.of("x", "y")).fingerprint();
            write(secrets, "b", "2\n");
            String longer = load(Environment.DEV, Map.of()).fingerprint();
            Files.move(secrets.resolve("b"), secrets.resolve("c"));
            String moved = load(Environment.DEV, Map.of()).fingerprint();
            Files.delete(directory.resolve("application.properties"));
            Files.createDirectory(directory.resolve("application.properties"));
            String unreadable = load(Environment.DEV, Map.of()).fingerprint();

            assertThat(again).isEqualTo(first).hasSize(64);
            assertThat(List.of(first, longer, moved, unreadable)).doesNotHaveDuplicates();
        }

        @Test
        void doNotDependOnTheVersionThatHoldsTheBytes() throws IOException {
            Path one = Files.createDirectory(directory.resolve("..1"));
            Path two = Files.createDirectory(directory.resolve("..2"));
            write(one, "application.yaml", "a: 1");
            write(two, "application.yaml", "a: 1");
            Files.createSymbolicLink(directory.resolve("application.yaml"), Path.of("..data", "application.yaml"));

            Files.createSymbolicLink(directory.resolve("..data"), Path.of("..1"));
            Sources before = load(Environment.DEV, Map.of());
            Files.delete(directory.resolve("..data"));
            Files.createSymbolicLink(directory.resolve("..data"), Path.of("..2"));
            Sources after = load(Environment.DEV, Map.of());

            assertThat(before.problems()).isEmpty();
            assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
            assertThat(after.files()).containsExactly(directory.resolve("application.yaml"));
        }
    }

    @Test
    void refusesTwoFilesForOneSecret() throws IOException {
        write(secrets, "db.password", "kV3xq9");
        write(Files.createDirectory(secrets.resolve("db")), "password", "Lw7Tzb");

        Sources sources = load(Environment.DEV, Map.of());

        assertThat(sources.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.is(ConfigCode.DUPLICATE_KEY)).isTrue();
            assertThat(problem.key()).isEqualTo("db.password");
            assertThat(problem.toString())
                    .contains("secrets/db.password", "secrets/db/password")
                    .doesNotContain("kV3xq9", "Lw7Tzb");
        });
    }

    private Sources load(Environment environment, Map<String, String> properties) {
        return SourceLoader.load(places(directory, secrets), environment, new ProcessValues(Map.of(), properties));
    }

    private Places places(@Nullable Path directory, @Nullable Path secrets) {
        try {
            ClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
            return new Places(loader, directory, secrets, List.of());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Layer layer(Sources sources, Origin.Kind kind) {
        return sources.layers().stream()
                .filter(layer -> layer.origin().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> valuesOf(Layer layer) {
        return layer.entries().values().stream().collect(Collectors.toMap(Entry::key, Entry::value));
    }

    private static void write(Path directory, String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
