package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Problem;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of the general rules on settings as other products have them: how often they stop what is good, and let pass what is not. */
final class RealSettingsTest {
    @TempDir
    Path folder;

    @Test
    void goodSettingsOfProductionsRaiseNothing() {
        List<String> good = rows("good-productions.txt");
        List<String> alarms = good.stream()
                .filter(row -> !problems(row).isEmpty())
                .map(row -> row + " " + problems(row))
                .toList();

        print("false alarms", alarms.size(), good.size());
        assertThat(good).hasSizeGreaterThanOrEqualTo(80);
        assertThat(alarms).isEmpty();
    }

    @Test
    void badSettingsOfProductionsAreFound() {
        List<String> bad = rows("bad-productions.txt");
        List<String> missed = bad.stream().filter(row -> !isFound(row)).toList();

        print("found", bad.size() - missed.size(), bad.size());
        assertThat(bad).hasSizeGreaterThanOrEqualTo(60);
        assertThat(missed).isEmpty();
    }

    private boolean isFound(String row) {
        String code = row.substring(0, row.indexOf(' '));
        String settings = row.substring(code.length() + 1);
        String key = RealSettings.key(settings.split(" && ", -1)[0]);
        return problems(settings).stream()
                .anyMatch(problem ->
                        problem.finding().code().equals(code) && problem.key().equals(key));
    }

    /** What is found in production, but not what is only mentioned. */
    private List<Problem> problems(String settings) {
        ConfigReport report = EnvironmentConfigManager.builder()
                .application("real")
                .environment(Environment.PROD)
                .sections(RealSettings.class)
                .classLoader(classPath(settings).loader())
                .process(new ProcessValues(Map.of(), Map.of()))
                .checks()
                .here()
                .report();
        return report.problems().stream()
                .filter(problem -> problem.finding().severity() != Severity.INFO)
                .toList();
    }

    private ClassPath classPath(String settings) {
        String[] lines = Stream.of(settings.split(" && ", -1))
                .flatMap(RealSettings::lines)
                .toArray(String[]::new);
        return new ClassPath(folder).file("application.properties", lines);
    }

    private static List<String> rows(String table) {
        try (InputStream in = RealSettingsTest.class.getResourceAsStream(table)) {
            assertThat(in).as(table).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(String what, int count, int of) {
        System.out.printf(Locale.ROOT, "general rules: %s %d of %d (%.1f %%)%n", what, count, of, 100.0 * count / of);
    }
}
