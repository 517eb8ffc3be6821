package dev.renum.verification.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.renum.verification.repository.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MeterTest {
    private static final String PUBLIC_SHARE = "public share of top-level types, %";

    @TempDir
    private Path directory;

    private Module module;

    @BeforeEach
    void layOutAModule() {
        module = new Module("renum-sample", directory);
    }

    @Nested
    final class OfMainSources {
        @Test
        void countsOpenConcreteClassesOnly() {
            main("Open.java", "class Open {}");
            main("Closed.java", "final class Closed {}");
            main("Base.java", "abstract class Base {}");
            main("Family.java", "sealed class Family permits Child {} final class Child extends Family {}");

            assertThat(figure("final or sealed concrete classes, %").witnesses())
                    .containsExactly("Open.java");
            assertThat(figure("final or sealed concrete classes, %").value()).isEqualTo(75);
        }

        @Test
        void asksForJavadocOnWhatHostsSee() {
            main("Api.java", """
                    /** Known. */
                    public interface Api {
                        void bare();
                        /** Told. */
                        void told();
                        private void hidden() {}
                        final class Bare {}
                    }
                    """);
            main("Hidden.java", "final class Hidden { public void shown() {} }");

            assertThat(figure("javadoc on public types, %").witnesses()).containsExactly("Api.java:7");
            assertThat(figure("javadoc on public members, %").witnesses()).containsExactly("Api.java:3");
        }

        @Test
        void doesNotAskForJavadocOnOverrides() {
            main(
                    "Name.java",
                    "/** A name. */ public final class Name { @Override public String toString() { return \"\"; } }");

            assertThat(figure("javadoc on public members, %").value()).isEqualTo(100);
        }

        @Test
        void asksForEveryComponentOfARecord() {
            main("Pair.java", """
                    /**
                     * Two things.
                     *
                     * @param left the first
                     */
                    public record Pair(int left, int right) {}
                    """);

            assertThat(figure("javadoc on record components, %").witnesses()).containsExactly("Pair.java:6 right");
        }

        @Test
        void findsAPackageWithoutPackageInfo() {
            main("Lonely.java", "package lonely; final class Lonely {}");

            assertThat(figure("package-info and @NullMarked, %").witnesses()).containsExactly("lonely");
        }

        @Test
        void findsAPackageThatIsNotNullMarked() {
            main("Type.java", "package plain; final class Type {}");
            main("package-info.java", "/** A package. */ package plain;");

            assertThat(figure("package-info and @NullMarked, %").value()).isZero();
        }

        @Test
        void acceptsADocumentedNullMarkedPackage() {
            main("Type.java", "package marked; final class Type {}");
            main(
                    "package-info.java",
                    "/** A package. */ @NullMarked package marked; import org.jspecify.annotations.NullMarked;");

            assertThat(figure("package-info and @NullMarked, %").value()).isEqualTo(100);
        }

        @Test
        void findsLongMethods() {
            main("Long.java", "final class Long { void run() {\n" + "int a;\n".repeat(50) + "} void stop() {} }");

            assertThat(figure("methods over 40 lines, %").value()).isEqualTo(50);
            assertThat(figure("method length, p99").value()).isEqualTo(52);
            assertThat(figure("method length, p99").isReached()).isFalse();
        }

        @Test
        void findsLongFiles() {
            main("Long.java", "final class Long {}" + "\n".repeat(601));

            assertThat(figure("lines per file, max").value()).isEqualTo(601);
            assertThat(figure("lines per file, max").isReached()).isFalse();
        }

        @Test
        void findsNamesThatSayNothing() {
            main("TextUtil.java", "final class TextUtil {}");
            main("Utility.java", "final class Utility {}");

            assertThat(figure("names that say nothing").witnesses()).containsExactly("TextUtil.java");
        }

        @Test
        void findsSynchronizedBlocks() {
            main("Locks.java", "final class Locks { void run() { synchronized (this) {} } }");

            assertThat(figure("synchronized blocks").witnesses()).containsExactly("Locks.java:1");
        }

        @Test
        void findsThreadsWithoutANameOfOurs() {
            main("Nameless.java", "final class Nameless { Thread thread = new Thread(() -> {}); }");
            main("Named.java", "final class Named { Thread thread = new Thread(() -> {}, \"renum-sample-work\"); }");

            assertThat(figure("threads with no renum-… name near").witnesses()).containsExactly("Nameless.java:1");
        }

        @Test
        void findsTooManyPublicTypes() {
            main("Shown.java", "/** Shown. */ public final class Shown {}");
            main("Hidden.java", "final class Hidden {}");

            assertThat(figure(PUBLIC_SHARE).value()).isEqualTo(50);
            assertThat(figure(PUBLIC_SHARE).isReached()).isFalse();
        }

        @Test
        void takesThePublicShareOfAllModulesTogether() {
            Module other = new Module("renum-other", directory.resolve("other"));
            Module core = new Module("renum-core", directory.resolve("core"));
            main("Shown.java", "/** Shown. */ public final class Shown {}");
            write("other/src/main/java/Hidden.java", "final class Hidden {} record Pair() {}");
            write("core/src/main/java/Contract.java", "/** Known. */ public interface Contract {}");

            Figure share = figure(PUBLIC_SHARE, List.of(module, other, core));

            assertThat(share.value()).isBetween(33.3, 33.4);
            assertThat(share.isReached()).isTrue();
        }

        @Test
        void refusesWhatDoesNotParse() {
            main("Broken.java", "final class {");

            assertThatThrownBy(() -> Yardstick.measure(List.of(module)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Broken.java");
        }
    }

    @Nested
    final class OfTests {
        @Test
        void findsSleeps() {
            test("void run() throws Exception { Thread.sleep(1); }");

            assertThat(figure("tests: sleeps").value()).isEqualTo(1);
        }

        @Test
        void findsMocks() {
            write("src/test/java/MockTest.java", "import static org.mockito.Mockito.mock; final class MockTest {}");

            assertThat(figure("tests: mocks").value()).isEqualTo(1);
        }

        @Test
        void findsDisabledTests() {
            test("@Test @DisabledOnOs(OS.LINUX) void runs() {}");

            assertThat(figure("tests: disabled or retried").value()).isEqualTo(1);
        }

        @Test
        void findsNamesThatAreNoSentences() {
            test("@Test void run_fast() {} @Test void runsFast() {} void setup_all() {}");

            assertThat(figure("tests: names that are no sentences").value()).isEqualTo(1);
        }

        @Test
        void findsOpenClasses() {
            write("src/test/java/OpenTest.java", "class OpenTest { @Test void runs() {} }");
            write("src/test/java/Contract.java", "abstract class Contract { @Test void runs() {} }");

            assertThat(figure("tests: classes not final").witnesses()).containsExactly("OpenTest.java:1");
        }
    }

    private Figure figure(String name) {
        return figure(name, List.of(module));
    }

    private static Figure figure(String name, List<Module> modules) {
        return Yardstick.measure(modules).stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void main(String file, String text) {
        write("src/main/java/" + file, text);
    }

    private void test(String members) {
        write("src/test/java/SampleTest.java", "final class SampleTest { " + members + " }");
    }

    private void write(String file, String text) {
        Path path = directory.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
