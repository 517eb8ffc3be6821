package dev.renum.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.ConfigLayer;
import dev.renum.config.ConfigValidator;
import dev.renum.config.EnvironmentConfigManager;
import dev.renum.core.Environment;
import dev.renum.core.settings.Settings;
import dev.renum.verification.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The names that the guide says are known to fail over are those that HA-001 is silent about. */
final class FailOverNamesTest {
    private static final Pattern NAME = Pattern.compile("`(\\.[a-z.-]+)`");

    @Test
    void areKnownToTheRule() throws IOException {
        List<String> names = namesInTheGuide();

        assertThat(names)
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(codes("redis" + name)).as(name).doesNotContain("HA-001"));
        assertThat(codes("redis.acme.io")).contains("HA-001");
    }

    private static List<String> namesInTheGuide() throws IOException {
        String row = Files.readString(Repository.current().root().resolve("docs/guides/config.md"))
                .lines()
                .filter(line -> line.startsWith("| HA-001 002 |"))
                .findFirst()
                .orElseThrow();
        return NAME.matcher(row).results().map(FailOverNamesTest::first).toList();
    }

    private static String first(MatchResult result) {
        return result.group(1);
    }

    private static List<String> codes(String host) {
        EnvironmentConfigManager.Builder builder = EnvironmentConfigManager.builder()
                .sections(Cached.class)
                .source(new ConfigLayer("test", Map.of("cached.url", "rediss://" + host)));
        return ConfigValidator.of(builder).validateAll(Environment.PROD).values().stream()
                .flatMap(validation -> validation.report().problems().stream())
                .map(problem -> problem.finding().code())
                .toList();
    }

    @Settings(prefix = "cached")
    record Cached(String url) {}
}
