package dev.renum.health.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.renum.health.library.Trouble.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InventoryScanTest {
    @TempDir
    private Path directory;

    private Path file(String name) {
        return directory.resolve(name);
    }

    private static Inventory scan(Path... roots) {
        return InventoryScan.of(List.of(roots));
    }

    @Nested
    final class Identity {
        @Test
        void believesPomPropertiesFirst() throws IOException {
            Path jar = JarMaker.jar()
                    .withPom("org.example", "lib", "1.2")
                    .withManifest("Implementation-Version: 7")
                    .write(file("lib-3.jar"));

            assertThat(scan(jar).libraries())
                    .containsExactly(library("org.example", "lib", "1.2", false, jar, Evidence.POM_PROPERTIES));
        }

        @Test
        void namesEverythingThatAgrees() throws IOException {
            Path jar = JarMaker.jar()
                    .withPom("org.example", "lib", "1.2-jre")
                    .withManifest("Bundle-Version: 1.2.0.jre")
                    .write(file("lib-1.2-jre.jar"));

            assertThat(scan(jar).libraries())
                    .singleElement()
                    .extracting(Library::evidence)
                    .asInstanceOf(InstanceOfAssertFactories.ITERABLE)
                    .containsExactly(Evidence.POM_PROPERTIES, Evidence.MANIFEST, Evidence.FILE_NAME);
        }

        @Test
        void takesTheOnlyPomOfARenamedJar() throws IOException {
            Path jar = JarMaker.jar().withPom("org.example", "lib", "1.2").write(file("driver.jar"));

            assertThat(scan(jar).libraries())
                    .containsExactly(library("org.example", "lib", "1.2", false, jar, Evidence.POM_PROPERTIES));
        }

        @Test
        void takesTheOnlyPomForAPartWhereTheFileIsSomethingElse() throws IOException {
            Path jar = JarMaker.jar().withPom("org.example", "part", "1.2").write(file("whole-9.0.jar"));

            assertThat(scan(jar).libraries())
                    .containsExactly(
                            library(null, "whole", "9.0", false, jar, Evidence.FILE_NAME),
                            library("org.example", "part", "1.2", true, jar, Evidence.POM_PROPERTIES));
        }

        @Test
        void findsItsOwnPomAmongThoseOfItsParts() throws IOException {
            Path jar = JarMaker.jar()
                    .withPom("org.example", "part", "1.2")
                    .withPom("org.example", "whole", "9.0")
                    .withPom("org.example", "who", "8")
                    .write(file("whole-9.0.jar"));

            assertThat(scan(jar).libraries())
                    .extracting(Library::coordinates, Library::shaded)
                    .containsExactly(
                            tuple("org.example:whole", false),
                            tuple("org.example:part", true),
                            tuple("org.example:who", true));
        }

        @Test
        void doesNotBelieveTheManifestOfAFatJar() throws IOException {
            Path jar = JarMaker.jar()
                    .withManifest(
                            "Implementation-Title: a", "Implementation-Version: 1.2", "Implementation-Vendor-Id: org.a")
                    .withPom("org.a", "a", "1.2")
                    .withPom("org.b", "b", "3")
                    .write(file("app.jar"));

            assertThat(scan(jar).libraries())
                    .containsExactly(
                            library(null, "app", null, false, jar, Evidence.FILE_NAME),
                            library("org.a", "a", "1.2", false, jar, Evidence.POM_PROPERTIES),
                            library("org.b", "b", "3", false, jar, Evidence.POM_PROPERTIES));
        }

        @Test
        void takesTheManifestWhereNothingElseTells() throws IOException {
            Path jar = JarMaker.jar()
                    .withManifest("Implementation-Version: 1.2", "Implementation-Vendor-Id: org.example")
                    .write(file("lib.jar"));

            assertThat(scan(jar).libraries())
                    .containsExactly(library("org.example", "lib", "1.2", false, jar, Evidence.MANIFEST));
        }

        @Test
        void believesTheFileWhereTheManifestContradicts() throws IOException {
            Path jar =
                    JarMaker.jar().withManifest("Implementation-Version: 1.2").write(file("lib-2.0.jar"));

            assertThat(scan(jar).libraries())
                    .containsExactly(library(null, "lib", "2.0", false, jar, Evidence.FILE_NAME));
        }

        @Test
        void ignoresTheVersionOfASpecification() throws IOException {
            Path jar = JarMaker.jar().withManifest("Specification-Version: 6.0").write(file("lib.jar"));

            assertThat(scan(jar).libraries())
                    .containsExactly(library(null, "lib", null, false, jar, Evidence.FILE_NAME));
        }

        private Library library(
                @Nullable String group,
                String name,
                @Nullable String version,
                boolean shaded,
                Path jar,
                Evidence... evidence) {
            return new Library(group, name, version, Set.of(evidence), jar.toString(), shaded);
        }
    }

    @Nested
    final class BadInput {
        @Test
        void passesOverWhatIsNoJar() throws IOException {
            Path text = Files.writeString(file("notes.jar"), "these are notes");
            Path empty = Files.write(file("empty.jar"), new byte[0]);
            byte[] whole = JarMaker.jar().withPom("org.example", "lib", "1.2").bytes();
            Path cut = Files.write(file("cut.jar"), Arrays.copyOf(whole, whole.length / 2));
            Path good = JarMaker.jar().withPom("org.example", "good", "1").write(file("good-1.jar"));

            Inventory inventory = scan(text, empty, cut, good);

            assertThat(inventory.libraries()).extracting(Library::name).containsExactly("good");
            assertThat(inventory.troubles())
                    .extracting(Trouble::kind, Trouble::location)
                    .containsExactly(
                            tuple(Kind.UNREADABLE, text.toString()),
                            tuple(Kind.UNREADABLE, empty.toString()),
                            tuple(Kind.UNREADABLE, cut.toString()));
        }

        @Test
        void namesWhatDoesNotExist() {
            Inventory inventory = scan(file("gone.jar"));

            assertThat(inventory.troubles()).extracting(Trouble::kind).containsExactly(Kind.ABSENT);
        }

        @Test
        void survivesALinkThatLeadsToItself() throws IOException {
            Path loop = file("loop.jar");
            Files.createSymbolicLink(loop, loop);

            Inventory inventory = scan(loop);

            assertThat(inventory.troubles()).extracting(Trouble::location).containsExactly(loop.toString());
        }

        @Test
        void readsNoHugeEntry() throws IOException {
            Path jar = JarMaker.jar()
                    .withZeros("META-INF/maven/a/a/pom.properties", 50L << 20)
                    .withZeros("META-INF/MANIFEST.MF", 50L << 20)
                    .withZeros(RequirementsText.ENTRY, 50L << 20)
                    .write(file("lib-1.2.jar"));

            Inventory inventory = scan(jar);

            assertThat(jar.toFile().length()).isLessThan(1 << 20);
            assertThat(inventory.libraries()).extracting(Library::version).containsExactly("1.2");
            assertThat(inventory.requirements()).isEmpty();
            assertThat(inventory.troubles())
                    .extracting(Trouble::kind)
                    .containsOnly(Kind.TOO_LARGE)
                    .hasSize(3);
        }

        @Test
        void unpacksABombInsideOnlyUpToItsLimit() throws IOException {
            byte[] bomb = JarMaker.jar().withZeros("zeros", 600L << 20).bytes();
            Path jar = JarMaker.jar()
                    .with("BOOT-INF/lib/bomb-1.jar", bomb)
                    .withStored(
                            "BOOT-INF/lib/good-1.jar",
                            JarMaker.jar().withPom("g", "good", "1").bytes())
                    .write(file("app.jar"));

            Inventory inventory = scan(jar);

            assertThat(inventory.libraries()).extracting(Library::name).containsExactly("app", "good");
            assertThat(inventory.troubles())
                    .singleElement()
                    .satisfies(trouble -> assertThat(trouble.kind()).isEqualTo(Kind.TOO_LARGE))
                    .extracting(Trouble::location)
                    .asString()
                    .endsWith("app.jar!/BOOT-INF/lib/bomb-1.jar");
        }

        @Test
        void passesOverAnEntryThatOnlyLooksLikeAJar() throws IOException {
            Path jar = JarMaker.jar()
                    .with("BOOT-INF/lib/notes.jar", "these are notes")
                    .with("BOOT-INF/lib/", "")
                    .write(file("app.jar"));

            assertThat(scan(jar).troubles()).extracting(Trouble::kind).containsExactly(Kind.UNREADABLE);
        }

        @Test
        void passesOverPomsThatNameNothing() throws IOException {
            Path jar = JarMaker.jar()
                    .with("META-INF/maven/a/a/pom.properties", "groupId=a\nartifactId=${name}\nversion=1\n")
                    .with("META-INF/maven/b/b/pom.properties", "groupId=\\u12\n")
                    .with("META-INF/maven/c/c/pom.properties", "groupId=c\nartifactId=c\nversion=1\\n2\n")
                    .with("META-INF/maven/d/d/pom.properties", "")
                    .write(file("lib-1.2.jar"));

            Inventory inventory = scan(jar);

            assertThat(inventory.libraries()).extracting(Library::coordinates).containsExactly("lib");
            assertThat(inventory.troubles())
                    .extracting(Trouble::kind)
                    .containsOnly(Kind.UNREADABLE)
                    .hasSize(4);
        }

        @Test
        void survivesAManifestThatIsNone() throws IOException {
            Path jar = JarMaker.jar()
                    .with("META-INF/MANIFEST.MF", "no colon\n: no name\n")
                    .write(file("lib-1.2.jar"));

            Inventory inventory = scan(jar);

            assertThat(inventory.libraries()).extracting(Library::version).containsExactly("1.2");
            assertThat(inventory.troubles()).extracting(Trouble::kind).containsExactly(Kind.UNREADABLE);
        }

        @Test
        void countsCoordinatesOnceThatStandTwiceInAJar() throws IOException {
            Path jar = JarMaker.jar()
                    .withPom("org.example", "a", "1")
                    .with("META-INF/maven/again/a/pom.properties", "groupId=org.example\nartifactId=a\nversion=1\n")
                    .withPom("org.example", "b", "1")
                    .write(file("app.jar"));

            assertThat(scan(jar).libraries())
                    .extracting(Library::coordinates)
                    .containsExactly("app", "org.example:a", "org.example:b");
        }

        @Test
        void looksAtTenThousandEntriesAndCountsWhatItLeavesOut() {
            List<Path> gone = IntStream.range(0, 10_007)
                    .mapToObj(i -> file("gone" + i + ".jar"))
                    .toList();

            List<Trouble> troubles = InventoryScan.of(gone).troubles();

            assertThat(troubles).hasSize(202);
            assertThat(troubles.subList(200, 202))
                    .extracting(Trouble::message)
                    .containsExactly(
                            "has 7 entries too many to look at all of them",
                            "has 9800 more troubles than the 200 that are told");
        }

        @Test
        void countsNoEntryTwiceThatIsThereTwice() {
            Path gone = file("gone.jar");

            assertThat(InventoryScan.of(List.of(gone, gone)).troubles())
                    .extracting(Trouble::message)
                    .containsExactly("does not exist");
        }

        @Test
        void endsEarlyForWhoIsInterrupted() throws IOException {
            Path jar = JarMaker.jar().withPom("org.example", "lib", "1.2").write(file("lib-1.2.jar"));
            Thread.currentThread().interrupt();

            Inventory inventory = scan(jar);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(inventory.libraries()).isEmpty();
        }
    }

    @Nested
    final class Ways {
        @Test
        void followsTheClassPathOfAManifest() throws IOException {
            JarMaker.jar().withPom("org.example", "other", "2").write(file("other library.jar"));
            Path jar = JarMaker.jar()
                    .withManifest("Class-Path: other%20library.jar gone.jar http://%%% lib.jar")
                    .write(file("lib.jar"));

            Inventory inventory = scan(jar);

            assertThat(inventory.libraries()).extracting(Library::name).containsExactly("lib", "other");
            assertThat(inventory.troubles()).extracting(Trouble::kind).containsExactly(Kind.UNREADABLE);
        }

        @Test
        void looksAtOneFileOnceWhateverItsNames() throws IOException {
            Path jar = JarMaker.jar().withPom("org.example", "lib", "1.2").write(file("lib-1.2.jar"));
            Path link = Files.createSymbolicLink(file("link.jar"), jar);

            assertThat(scan(jar, link).archives()).isEqualTo(1);
        }

        @Test
        void readsWhatDescribesADirectory() throws IOException {
            Path classes = Files.createDirectories(file("classes"));
            Path maven = Files.createDirectories(classes.resolve("META-INF/maven/org.example/app"));
            Files.writeString(maven.resolve("pom.properties"), "groupId=org.example\nartifactId=app\nversion=5\n");
            Files.createDirectories(classes.resolve("META-INF/renum"));
            Files.writeString(classes.resolve(RequirementsText.ENTRY), "{}");

            Inventory inventory = scan(classes);

            assertThat(inventory.libraries()).extracting(Library::coordinates).containsExactly("org.example:app");
            assertThat(inventory.requirements()).containsExactly(new RequirementsText(classes.toString(), "{}"));
        }

        @Test
        void asksTheLoadersOfUrlsUpToTheTop() throws IOException {
            Path upper = JarMaker.jar().withPom("org.example", "upper", "1").write(file("upper lib-1.jar"));
            Path lower = JarMaker.jar().withPom("org.example", "lower", "1").write(file("lower-1.jar"));

            try (URLClassLoader parent =
                            new URLClassLoader(new URL[] {upper.toUri().toURL()}, null);
                    URLClassLoader loader =
                            new URLClassLoader(new URL[] {lower.toUri().toURL()}, parent)) {
                Inventory inventory = InventoryScan.of(loader);

                assertThat(inventory.libraries())
                        .extracting(Library::coordinates)
                        .contains("org.example:upper", "org.example:lower", "org.slf4j:slf4j-api");
            }
        }

        @Test
        void asksALoaderWithoutUrlsForItsResources() throws IOException {
            Path jar = JarMaker.jar()
                    .withManifest("Implementation-Version: 1.2")
                    .withPom("org.example", "lib", "1.2")
                    .write(file("lib-1.2.jar"));
            URL manifest = new URL("jar:" + jar.toUri() + "!/META-INF/MANIFEST.MF");

            Inventory inventory = InventoryScan.of(loader(manifest, "META-INF/MANIFEST.MF"));

            assertThat(inventory.libraries()).extracting(Library::coordinates).contains("org.example:lib");
        }

        @Test
        void readsRequirementsThatNoFileHolds() throws IOException {
            URL url = new URL(
                    null, "vfs:/deployment/lib.jar/" + RequirementsText.ENTRY, new Memory("{\"java\": \"[17,)\"}"));

            Inventory inventory = InventoryScan.of(loader(url, RequirementsText.ENTRY));

            assertThat(inventory.requirements())
                    .contains(new RequirementsText(url.toString(), "{\"java\": \"[17,)\"}"));
        }

        @Test
        void neverAsksTheNetwork() throws IOException {
            URL url = new URL(null, "http://example.org/" + RequirementsText.ENTRY, new Memory("{}"));

            Inventory inventory = InventoryScan.of(loader(url, RequirementsText.ENTRY));

            assertThat(inventory.requirements())
                    .extracting(RequirementsText::location)
                    .doesNotContain(url.toString());
        }

        @Test
        void survivesALoaderThatFails() {
            Inventory inventory = InventoryScan.of(new ClassLoader(null) {
                @Override
                public Enumeration<URL> getResources(String name) {
                    throw new IllegalStateException("is closed");
                }
            });

            assertThat(inventory.libraries()).isNotEmpty();
            assertThat(inventory.troubles())
                    .extracting(Trouble::message)
                    .anyMatch(message -> message.contains("is closed"));
        }

        private static ClassLoader loader(URL url, String resource) {
            return new ClassLoader(null) {
                @Override
                public Enumeration<URL> getResources(String name) {
                    return Collections.enumeration(name.equals(resource) ? List.of(url) : List.of());
                }
            };
        }
    }

    @Nested
    final class DoubleClasses {
        @Test
        void countsClassesOfTheSameNameAndThoseThatDiffer() throws IOException {
            Path first = JarMaker.jar()
                    .withClass("org.example.A", "1")
                    .withClass("org.example.B", "1")
                    .withClass("org.example.x.C", "1")
                    .withClass("org.example.D", "1")
                    .write(file("first.jar"));
            Path second = JarMaker.jar()
                    .withClass("org.example.A", "1")
                    .withClass("org.example.B", "2")
                    .withClass("org.example.x.C", "2")
                    .withClass("org.example.E", "1")
                    .write(file("second.jar"));

            assertThat(scan(first, second).overlaps())
                    .containsExactly(new Overlap(
                            first.toString(), second.toString(), 3, 2, List.of("org.example", "org.example.x")));
        }

        @Test
        void doesNotCountDescriptorsAndOtherReleases() throws IOException {
            JarMaker jar = JarMaker.jar()
                    .withClass("module-info", "1")
                    .withClass("org.example.package-info", "1")
                    .withClass("META-INF/versions/21/org.example.A", "1");
            Path first = jar.write(file("first.jar"));
            Path second = jar.write(file("second.jar"));

            assertThat(scan(first, second).overlaps()).isEmpty();
        }

        @Test
        void comparesWhatIsInsideOfFatJars() throws IOException {
            byte[] library = JarMaker.jar().withClass("org.example.A", "2").bytes();
            Path app = JarMaker.jar()
                    .with("BOOT-INF/classes/org/example/A.class", "1")
                    .withStored("BOOT-INF/lib/lib-1.jar", library)
                    .write(file("app.jar"));

            assertThat(scan(app).overlaps())
                    .containsExactly(new Overlap(
                            app.toString(), app + "!/BOOT-INF/lib/lib-1.jar", 1, 1, List.of("org.example")));
        }

        @Test
        void saysWhenThereAreTooManyToCompareAll() {
            ClassIndex index = new ClassIndex(2);
            int first = index.archive("first");
            int second = index.archive("second");
            index.add(first, "a/A.class", 1);
            index.add(second, "a/A.class", 1);
            index.add(second, "a/B.class", 1);

            assertThat(index.ignored()).isEqualTo(1);
            assertThat(index.overlaps()).extracting(Overlap::classes).containsExactly(1);
        }
    }

    private static final class Memory extends URLStreamHandler {
        private final String content;

        Memory(String content) {
            this.content = content;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
                }
            };
        }
    }
}
