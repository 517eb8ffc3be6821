package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigToolProcessTest {
    @TempDir
    private Path folder;

    @Test
    void endsWithZeroIfNothingIsWrong() throws Exception {
        Ended ended = run(Map.of("RENUM_ENVIRONMENT", "dev", "HOST_PORT", "81"), "explain", "host.port");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("host.port = \"81\" in dev").contains("HOST_PORT (environment variable)");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void endsWithOneIfTheConfigurationHasErrors() throws Exception {
        Ended ended = run(Map.of("HOST_PORT", "0"), "check");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).contains("environment prod cannot be used: 1 error", "RNM-CFG-011", "HOST_PORT");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void endsWithTwoIfTheArgumentsMakeNoCommand() throws Exception {
        Ended ended = run(Map.of(), "chekc");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("'chekc' is not a command").contains("usage: ");
    }

    private record Ended(int exitCode, String out, String err) {}

    private Ended run(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ToolHost.class.getName()));
        command.addAll(List.of(arguments));
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_") || name.startsWith("JDK_"));
        builder.environment().keySet().removeIf(name -> name.startsWith("RENUM_"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        boolean hasEnded = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(hasEnded).isTrue();
        return new Ended(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
