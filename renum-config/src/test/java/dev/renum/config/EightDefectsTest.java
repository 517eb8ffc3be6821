package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.ProblemLines;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One file with eight defects: each is found, at its place, and none besides. */
final class EightDefectsTest {
    private static final String[] PROPERTIES = {
        "# the shop",
        "shop.port = eighty",
        "shop.log-levl = INFO",
        "shop.pin = hunter2",
        "shop.request-timeout = 5 parsecs",
        "shop.currency = EURO",
        "shop.workers = 1000",
        "shop.mail.port = 25",
    };
    private static final String[] YAML = {
        "shop:",
        "  port: eighty",
        "  log-levl: INFO",
        "  pin: \"hunter2\" # remember hunter3",
        "  request-timeout: 5 parsecs",
        "  currency: EURO",
        "  workers: 1000",
        "  mail:",
        "    port: 25",
    };

    @TempDir
    Path folder;

    @Test
    void areFoundInProperties() throws IOException {
        ConfigReport report = host().file("application.properties", PROPERTIES).report();

        assertThat(ProblemLines.of(report.problems()))
                .containsExactlyInAnyOrder(
                        "RNM-CFG-010 shop.port @ application.properties:2:13",
                        "RNM-CFG-013 shop.log-levl @ application.properties:3:1",
                        "RNM-CFG-010 shop.pin @ application.properties:4:12",
                        "RNM-CFG-010 shop.request-timeout @ application.properties:5:24",
                        "RNM-CFG-010 shop.currency @ application.properties:6:17",
                        "RNM-CFG-011 shop.workers @ application.properties:7:16",
                        "RNM-CFG-012 shop.mail.host @ application.properties:8:1",
                        "RNM-CFG-012 shop.owner @ application.properties:2:1");
        assertThat(shown(report.toString())).isEqualTo(resource("eight-defects.properties.txt"));
        assertThat(report + report.toJson()).doesNotContain("hunter");
    }

    @Test
    void areFoundInYaml() throws IOException {
        ConfigReport report = host().file("application.yaml", YAML).report();

        assertThat(ProblemLines.of(report.problems()))
                .containsExactlyInAnyOrder(
                        "RNM-CFG-010 shop.port @ application.yaml:2:9",
                        "RNM-CFG-013 shop.log-levl @ application.yaml:3:3",
                        "RNM-CFG-010 shop.pin @ application.yaml:4:8",
                        "RNM-CFG-010 shop.request-timeout @ application.yaml:5:20",
                        "RNM-CFG-010 shop.currency @ application.yaml:6:13",
                        "RNM-CFG-011 shop.workers @ application.yaml:7:12",
                        "RNM-CFG-012 shop.mail.host @ application.yaml:8:3",
                        "RNM-CFG-012 shop.owner @ application.yaml:1:1");
        assertThat(shown(report.toString())).isEqualTo(resource("eight-defects.yaml.txt"));
        assertThat(report + report.toJson()).doesNotContain("hunter");
    }

    @Test
    void areWrittenAsJson() throws IOException {
        ConfigReport report = host().file("application.yaml", YAML).report();

        String json = report.toJson();

        assertThat(oneLinePerValue(shown(json))).isEqualTo(resource("eight-defects.json.txt"));
    }

    private Host host() {
        return new Host(folder, Shop.class);
    }

    private String shown(String text) {
        return text.replace(folder.toString(), "/srv/shop");
    }

    /** The path and value of each value of {@code json}, in its order, so that a difference can be seen. */
    private static String oneLinePerValue(String json) {
        StringBuilder lines = new StringBuilder();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    lines.append(parser.streamReadContext().pathAsPointer())
                            .append(" = ")
                            .append(parser.getString())
                            .append('\n');
                }
            }
        }
        return lines.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = EightDefectsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private enum Currency {
        EUR,
        BRL
    }

    @Settings(prefix = "shop")
    record Shop(
            int port,
            @Default("INFO") LogLevel logLevel,
            Secret<Integer> pin,
            Duration requestTimeout,
            Currency currency,
            @Range(min = "1", max = "64") int workers,
            String owner,
            Mail mail) {}

    record Mail(String host, int port) {}
}
