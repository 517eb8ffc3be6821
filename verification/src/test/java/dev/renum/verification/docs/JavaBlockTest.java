package dev.renum.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JavaBlockTest {
    @TempDir
    private Path directory;

    @Test
    void takesBlocksOfJavaOnly() {
        List<JavaBlock> blocks = JavaBlock.in("guide.md", """
                # Guide
                ```properties
                a = b
                ```
                ```java
                int a = 1;
                ```
                ```java run
                public final class Main {}
                ```
                """);

        assertThat(blocks).extracting(JavaBlock::place).containsExactly("guide.md:5", "guide.md:8");
        assertThat(blocks).extracting(JavaBlock::isProgram).containsExactly(false, true);
        assertThat(blocks).extracting(JavaBlock::className).containsExactly("Snippet", "Main");
    }

    @Test
    void compilesAnUnitAsItStands() {
        assertThat(compile("""
                ```java
                import java.util.List;

                public record Names(List<String> all) {}
                ```
                """)).isEmpty();
    }

    @Test
    void compilesStatementsWithTheContextOfTheirComment() {
        assertThat(compile("""
                <!-- java: import java.util.*; import java.time.Duration; given List<String> names, Duration limit -->
                ```java
                names.add(limit.toString());
                ```
                """)).isEmpty();
    }

    @Test
    void saysWhereABlockDoesNotCompile() {
        assertThat(compile("""
                Text.

                ```java
                names.add("a");
                ```
                """))
                .singleElement()
                .asString()
                .startsWith("guide.md:3: ")
                .contains("names");
    }

    private List<String> compile(String markdown) {
        JavaBlock block = JavaBlock.in("guide.md", markdown).get(0);
        return SourceCompiler.compile(block, directory, List.of());
    }
}
