package dev.renum.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackendStartTest {
    private static final Pattern LOGGED = Pattern.compile("^\\d\\d:\\d\\d:\\d\\d");

    @TempDir
    Path folder;

    @Test
    void servesTeamsAndHealthAndEndsInOrder() throws IOException {
        try (BackendProcess backend = BackendProcess.start(folder, Map.of()).awaitStart()) {
            assertThat(backend.output())
                    .containsPattern("(?m)^Dependencies: (VALID|WARNINGS) ")
                    .containsPattern("(?m)^library +h2 +2\\.\\S+ +present +certain .*by the application")
                    .containsPattern("(?m)^library +org.postgresql:postgresql +42\\.7\\.\\S+ +present ")
                    .containsPattern("(?m)^library +org.hdrhistogram:HdrHistogram +\\S+ +present .*by renum-health")
                    .containsPattern("(?m)^service +database +2\\.\\S+ +present ");
            assertThat(lastLines(backend.output(), 3))
                    .containsPattern("application: http://127\\.0\\.0\\.1:\\d+/api/v1/teams")
                    .containsPattern("monitoring: http://127\\.0\\.0\\.1:\\d+/api/v1/monitoring/health")
                    .containsPattern("token: [A-Za-z0-9_-]{22}$");
            assertThat(backend.get(backend.monitoring("/health/live")).statusCode())
                    .isEqualTo(200);
            assertThat(backend.get(backend.monitoring("/api/v1/monitoring/health/detailed"))
                            .body())
                    .contains("\"name\":\"database\"", "\"product\":\"H2\"", "\"name\":\"disk\"");

            backend.terminate();

            assertThat(backend.awaitExit(Duration.ofSeconds(5))).isEqualTo(143);
        }
    }

    @Test
    void keepsTeamsOverARestart() throws IOException {
        try (BackendProcess first = BackendProcess.start(folder, Map.of()).awaitStart()) {
            HttpResponse<String> created = first.send("POST", first.application(""), "{\"name\":\" red \"}");
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(created.headers().firstValue("Location")).contains("/api/v1/teams/1");
            assertThat(first.send("POST", first.application(""), "{\"name\":\"red\"}")
                            .statusCode())
                    .isEqualTo(409);
            assertThat(first.send("PATCH", first.application("/1"), "{\"name\":\"blue\"}")
                            .body())
                    .isEqualTo("{\"id\":1,\"name\":\"blue\"}");
            first.terminate();
            first.awaitExit(Duration.ofSeconds(5));
        }

        try (BackendProcess second = BackendProcess.start(folder, Map.of()).awaitStart()) {
            assertThat(second.get(second.application("")).body()).isEqualTo("[{\"id\":1,\"name\":\"blue\"}]");
            assertThat(second.get(second.application("/1")).body()).contains("blue");
            assertThat(second.send("DELETE", second.application("/1"), null).statusCode())
                    .isEqualTo(204);
            assertThat(second.get(second.application("/1")).statusCode()).isEqualTo(404);
            assertThat(second.send("POST", second.application(""), "{").body()).contains("not JSON");
            assertThat(second.send("POST", second.application(""), "{\"name\":1}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(second.get(second.application("/x")).body()).contains("'x'");
        }
    }

    @Test
    void makesNoEmptyDatabaseWhereTheOldOneIsGone() throws IOException {
        try (BackendProcess first = BackendProcess.start(folder, Map.of()).awaitStart()) {
            first.terminate();
            first.awaitExit(Duration.ofSeconds(5));
        }
        Path database = folder.resolve("data/backend.mv.db");
        Path elsewhere = folder.resolve("moved.mv.db");
        Files.move(database, elsewhere);

        assertRefused(Map.of(), database.toString() + " is gone");

        assertThat(database).doesNotExist();
        Files.move(elsewhere, database);
        BackendProcess.start(folder, Map.of()).awaitStart().close();
    }

    @Nested
    final class Refuses {
        @Test
        void aConfigurationWithThreeDefectsInOneReport() throws IOException {
            Path resources = Files.createDirectory(folder.resolve("resources"));
            Files.writeString(resources.resolve("application.yaml"), "backend:\n  port: eighty\n  log-levl: DEBUG\n");
            Files.createFile(resources.resolve("application-dev.yaml"));

            try (BackendProcess backend = BackendProcess.start(folder, Map.of("BACKEND_PORT", ""), resources)) {
                assertThat(backend.awaitExit(Duration.ofSeconds(20))).isEqualTo(1);
                assertThat(backend.output()).isEmpty();
                assertThat(backend.errors()).isEqualTo("""
                        The configuration of backend for environment dev cannot be used: 3 errors.

                          1. error RNM-CFG-012  backend.data-directory is required and no source sets it
                             at     application.yaml:1:1 (class path)
                             do     set it here, or as the environment variable BACKEND_DATA_DIRECTORY
                             rule   BackendSettings.dataDirectory

                          2. error RNM-CFG-010  backend.port "eighty" is not a whole number
                             at     application.yaml:2:9 (class path)

                                  2 | port: eighty
                                    |       ^^^^^^

                             do     write digits, such as 8080
                             rule   BackendSettings.port

                          3. error RNM-CFG-013  backend.log-levl is not a setting
                             at     application.yaml:3:3 (class path)

                                  3 | log-levl: …
                                    | ^^^^^^^^

                             meant  backend.log-level?
                             do     rename or remove it

                        Files:
                          application.yaml is RESOURCES/application.yaml

                        """.replace("RESOURCES", resources.toString()));
            }
        }

        @Test
        void productionWithoutADatabaseOrWithDebugging() throws IOException {
            assertRefused(
                    Map.of("RENUM_ENVIRONMENT", "prod", "BACKEND_LOG_LEVEL", "DEBUG"),
                    "environment prod cannot be used",
                    "database.url is required",
                    "SEC-002",
                    "BACKEND_LOG_LEVEL");
        }

        @Test
        void settingsThatContradictEachOther() throws IOException {
            assertRefused(
                    Map.of("BACKEND_BURST", "7"),
                    "BACKEND-001",
                    "backend.burst 7 is less than the 200",
                    "BACKEND_BURST");
        }

        @Test
        void aVariableThatIsNoNumber() throws IOException {
            assertRefused(
                    Map.of("BACKEND_PORT", "eighty"),
                    "RNM-CFG-010",
                    "backend.port \"eighty\" is not a whole number",
                    "BACKEND_PORT (environment variable)",
                    "application.yaml:3:9");
        }

        @Test
        void anEnvironmentThatIsNotKnown() throws IOException {
            assertRefused(Map.of("RENUM_ENVIRONMENT", "prodd"), "RENUM_ENVIRONMENT", "'prodd'", "prod?");
        }

        @Test
        void aFileWhereItsDirectoryShouldBe() throws IOException {
            Path file = Files.createFile(folder.resolve("data"));

            assertRefused(Map.of(), file.toString() + " is a file, not a directory");
        }

        @Test
        void aPortThatIsTaken() throws IOException {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                String port = Integer.toString(taken.getLocalPort());

                assertRefused(Map.of("BACKEND_PORT", port), "127.0.0.1:" + port, "BACKEND_PORT");
                assertRefused(Map.of("RENUM_MONITORING_PORT", port), "127.0.0.1:" + port, "renum.monitoring.port");
            }
        }

        @Test
        void aDatabaseUrlThatIsNoneWithoutShowingIt() throws IOException {
            try (BackendProcess backend =
                    BackendProcess.start(folder, Map.of("DATABASE_URL", "mysql://user:hunter2@host/db"))) {
                assertThat(backend.awaitExit(Duration.ofSeconds(20))).isEqualTo(1);
                assertThat(backend.errors()).contains("database.url").doesNotContain("hunter2");
            }
        }
    }

    private void assertRefused(Map<String, String> variables, String... words) throws IOException {
        try (BackendProcess backend = BackendProcess.start(folder, variables)) {
            assertThat(backend.awaitExit(Duration.ofSeconds(20))).isEqualTo(1);
            assertThat(backend.errors()).contains(words).doesNotContain("\tat ");
        }
    }

    private static String lastLines(String text, int count) {
        List<String> lines =
                text.lines().filter(line -> !LOGGED.matcher(line).find()).toList();
        return String.join("\n", lines.subList(lines.size() - count, lines.size()));
    }
}
