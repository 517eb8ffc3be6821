package dev.renum.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.verification.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentsTest {
    private static final Repository REPOSITORY = Repository.current();
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    private Path directory;

    @Test
    void everyJavaBlockCompilesAndEveryProgramRuns() throws IOException, InterruptedException {
        List<JavaBlock> blocks = blocks();
        List<String> faults = new ArrayList<>();

        for (JavaBlock block : blocks) {
            Path output = Files.createTempDirectory(directory, "block");
            faults.addAll(SourceCompiler.compile(block, output, List.of("-cp", CLASS_PATH)));
            if (block.isProgram() && faults.isEmpty()) {
                run(block, output, faults);
            }
        }

        assertThat(blocks).extracting(JavaBlock::isProgram).contains(true, false);
        assertThat(faults).isEmpty();
    }

    private static List<JavaBlock> blocks() throws IOException {
        List<JavaBlock> blocks = new ArrayList<>();
        for (Path file : REPOSITORY.writtenFiles()) {
            if (file.toString().endsWith(".md")) {
                blocks.addAll(JavaBlock.in(
                        file.toString(), Files.readString(REPOSITORY.root().resolve(file))));
            }
        }
        return blocks;
    }

    private static void run(JavaBlock block, Path output, List<String> faults)
            throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path log = output.resolve("log");
        Process program = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        output + System.getProperty("path.separator") + CLASS_PATH,
                        block.className())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean hasEnded = program.waitFor(30, TimeUnit.SECONDS);
        if (!hasEnded) {
            program.destroyForcibly();
        }
        if (!hasEnded || program.exitValue() != 0) {
            faults.add(block.place() + " does not run:\n" + Files.readString(log));
        }
    }
}
