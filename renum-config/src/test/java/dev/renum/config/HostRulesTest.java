package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Problem;
import dev.renum.config.report.ProblemLines;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostRulesTest {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, ShopSettings.class);
    }

    @Test
    void seeEverySectionAndStopTheStart() {
        host.file("application.properties", "shop.port=1", "shop.budget=7");

        ConfigReport report = report(config -> List.of(finding(
                "shop.budget",
                "is " + config.get(ShopSettings.class).budget() + " in "
                        + config.environment().name())));

        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.finding().message()).isEqualTo("is 7 in dev");
            assertThat(problem.key()).isEqualTo("shop.budget");
            assertThat(problem.origin()).hasToString("application.properties:2:13");
            assertThat(problem.rule()).hasToString("a lambda of HostRulesTest");
        });
    }

    @Test
    void areAProblemIfTheyThrow() {
        host.file("application.properties", "shop.port=1", "shop.api-key=s3cr3t-of-the-shop");

        ConfigReport report = report(config -> {
            throw new IllegalStateException("no "
                    + String.valueOf(config.get(ShopSettings.class).apiKey()).length() + " s3cr3t-of-the-shop");
        });

        assertThat(report.problems())
                .filteredOn(Problem::isError)
                .extracting(problem ->
                        problem.finding().code() + " " + problem.finding().subject())
                .containsExactly("RNM-CFG-030 a lambda of HostRulesTest");
        assertThat(report.toString()).contains("IllegalStateException: no 4 ****");
    }

    @Test
    void doNotRunWhereASectionIsMissing() {
        AtomicInteger calls = new AtomicInteger();
        host.file("application.properties", "shop.port=none");

        ConfigReport report = report(config -> {
            calls.incrementAndGet();
            return List.of();
        });

        assertThat(ProblemLines.of(report.problems()))
                .containsExactly("RNM-CFG-010 shop.port @ application.properties:1:11");
        assertThat(calls).hasValue(0);
    }

    private ConfigReport report(ConfigRule rule) {
        ProcessValues process = new ProcessValues(host.variables, host.properties);
        return host.builder()
                .rule(rule)
                .load(process)
                .load(Environment.DEV, process)
                .report();
    }

    private static Finding finding(String key, String message) {
        return new Finding("SHOP-7", Severity.ERROR, key, message, null);
    }
}
