package dev.renum.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.Probe;
import dev.renum.core.settings.Secret;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.http.Permission;
import dev.renum.http.Route;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

final class MonitoringServerTest {
    private static final String TOKEN = "0123456789012345678901";
    private static final String DETAILED = "/api/v1/monitoring/health/detailed";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    private final MonitoringSettings.Builder settings =
            MonitoringSettings.builder().port(0);
    private HealthMonitor health = monitor();

    @AfterEach
    void closeMonitor() {
        health.close();
    }

    @Nested
    final class Probes {
        @Test
        void areOpenToAnybodyAndShowOnlyStatus() throws Exception {
            monitorOf(CheckSpec.of("database", HealthResult::up).required());
            try (MonitoringServer server = open()) {
                assertThat(answer(server, "/health/live")).isEqualTo("200 {\"status\":\"UP\",\"checks\":[]}");
                assertThat(answer(server, "/health/ready")).isEqualTo("200 {\"status\":\"UP\",\"checks\":[]}");
                assertThat(answer(server, "/api/v1/monitoring/health"))
                        .startsWith("200 {\"status\":\"UP\",")
                        .contains("\"stale\":false", "\"checks\":{\"UP\":1}");
            }
        }

        @Test
        void nameTheCauseWithoutItsMessage() throws Exception {
            monitorOf(
                    CheckSpec.of("network", () -> HealthResult.down("NET-1", "host secret.internal is away")),
                    CheckSpec.of("database", () -> HealthResult.down("DB-1", "away"))
                            .required()
                            .dependsOn("network"),
                    CheckSpec.of("mail", () -> HealthResult.down("MAIL-1", "away")));
            try (MonitoringServer server = open()) {
                assertThat(answer(server, "/health/ready"))
                        .isEqualTo("503 {\"status\":\"DOWN\",\"checks\":[{\"name\":\"network\",\"status\":\"DOWN\","
                                + "\"data\":{\"code\":\"NET-1\"}}]}");
                assertThat(answer(server, "/health/live")).startsWith("200 ");
                assertThat(answer(server, "/api/v1/monitoring/health"))
                        .startsWith("503 {\"status\":\"DOWN\",")
                        .doesNotContain("secret.internal");
            }
        }

        @Test
        void failLivenessOnlyForWhatLooksIntoTheProcess() throws Exception {
            monitorOf(CheckSpec.of("deadlock", () -> HealthResult.down("LCK-1", "two threads wait for each other"))
                    .probe(Probe.LIVENESS));
            try (MonitoringServer server = open()) {
                assertThat(answer(server, "/health/live")).startsWith("503 ").contains("deadlock", "LCK-1");
                assertThat(answer(server, "/health/ready")).startsWith("200 ");
            }
        }
    }

    @Nested
    final class Access {
        @Test
        void asksForATokenInAWayThatABrowserUnderstands() throws Exception {
            try (MonitoringServer server = open()) {
                HttpResponse<String> response = send(server, DETAILED, null);

                assertThat(response.statusCode()).isEqualTo(401);
                assertThat(response.headers().firstValue("WWW-Authenticate"))
                        .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic "));
                assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(response.body()).contains("RNM-MON-001", "cure");
            }
        }

        @Test
        void takesATokenAsBearerOrAsPassword() throws Exception {
            try (MonitoringServer server = open()) {
                assertThat(send(server, DETAILED, "Bearer " + TOKEN).statusCode())
                        .isEqualTo(200);
                assertThat(send(server, DETAILED, "bearer  " + TOKEN).statusCode())
                        .isEqualTo(200);
                assertThat(send(server, DETAILED, basic("anybody:" + TOKEN)).statusCode())
                        .isEqualTo(200);
                assertThat(send(server, DETAILED, basic(":" + TOKEN)).statusCode())
                        .isEqualTo(200);
            }
        }

        @Test
        void refusesEverythingElse() throws Exception {
            List<String> wrong = List.of(
                    "Bearer " + TOKEN + "x",
                    "Bearer",
                    "Digest " + TOKEN,
                    TOKEN,
                    basic("anybody:wrong"),
                    "Basic %%%",
                    basic(TOKEN));
            try (MonitoringServer server = open()) {
                for (String authorization : wrong) {
                    assertThat(send(server, DETAILED, authorization).statusCode())
                            .as(authorization)
                            .isEqualTo(401);
                }
                assertThat(send(server, "/nowhere", null).statusCode()).isEqualTo(401);
                assertThat(send(server, "/nowhere", "Bearer " + TOKEN).statusCode())
                        .isEqualTo(404);
            }
        }

        @Test
        void staysClosedWithoutAToken() throws Exception {
            try (MonitoringServer server =
                    Monitoring.builder(settings.build()).health(health).open()) {
                assertThat(answer(server, DETAILED))
                        .startsWith("403 ")
                        .contains("RNM-MON-002", "RENUM_MONITORING_TOKENS");
                assertThat(answer(server, "/health/live")).startsWith("200 ");
                assertThat(server.welcome()).doesNotContain("token");
            }
        }

        @Test
        void makesATokenAndShowsItIfAskedTo() throws Exception {
            try (MonitoringServer server = Monitoring.builder(
                            settings.randomToken(true).build())
                    .health(health)
                    .open()) {
                String token = server.welcome().replaceAll("(?s).*\ntoken: ", "");

                assertThat(token).hasSize(22);
                assertThat(send(server, DETAILED, "Bearer " + token).statusCode())
                        .isEqualTo(200);
            }
        }

        @Test
        void prefersAConfiguredTokenToARandomOne() {
            MonitoringEndpoints endpoints = Monitoring.builder(
                            settings.randomToken(true).token(Secret.of(TOKEN)).build())
                    .health(health)
                    .build();

            assertThat(endpoints.randomToken()).isEmpty();
        }
    }

    @Test
    void showsEveryCheckToWhoMaySeeIt() throws Exception {
        monitorOf(
                CheckSpec.of(
                                "database",
                                () -> HealthResult.up().withVersion("18.6").withDetail("pool", "3"))
                        .required(),
                CheckSpec.of("mail", () -> HealthResult.down("MAIL-1", "quote \" and <tag>")));
        try (MonitoringServer server = open()) {
            HttpResponse<String> response = send(server, DETAILED, "Bearer " + TOKEN);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(response.body())
                    .startsWith("{\"status\":\"DEGRADED\"")
                    .contains("\"version\":\"18.6\"", "\"details\":{\"pool\":\"3\"}")
                    .contains("\"rootCauses\":[{\"name\":\"mail\",\"status\":\"DOWN\",\"code\":\"MAIL-1\"")
                    .contains("quote \\\" and <tag>");
        }
    }

    @Test
    void answersForAModuleThatIsNotThere() throws Exception {
        try (MonitoringServer server = Monitoring.builder(settings.build()).open()) {
            assertThat(answer(server, "/health/ready"))
                    .startsWith("404 {\"type\":\"about:blank\",")
                    .contains("RNM-MON-003");
        }
    }

    @Test
    void movesItsPaths() throws Exception {
        settings.healthPath("/probes").apiPath("/ops");
        try (MonitoringServer server = open()) {
            assertThat(answer(server, "/probes/live")).startsWith("200 ");
            assertThat(answer(server, "/ops/health")).startsWith("200 ");
            assertThat(send(server, "/health/live", "Bearer " + TOKEN).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void documentsEveryRoute() {
        List<Route> routes =
                Monitoring.builder(settings.build()).health(health).build().routes();

        assertThat(routes)
                .extracting(route -> route.path() + " " + route.permission())
                .containsExactly(
                        "/health/live " + Permission.PROBE,
                        "/health/ready " + Permission.PROBE,
                        "/api/v1/monitoring/health " + Permission.PROBE,
                        "/api/v1/monitoring/health/detailed " + Permission.VIEW);
        assertThat(routes).allSatisfy(route -> assertThat(route.doc().summary()).isNotBlank());
    }

    @Test
    void saysWhoseThePortIs() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            settings.address("0.0.0.0").port(taken.getLocalPort());

            assertThatExceptionOfType(MonitoringException.class)
                    .isThrownBy(this::open)
                    .withMessageContaining("0.0.0.0:" + taken.getLocalPort())
                    .withMessageContaining("renum.monitoring.port")
                    .withMessageContaining("RNM-MON-004");
        }
        settings.address("no.such.host.invalid").port(0);
        assertThatExceptionOfType(MonitoringException.class)
                .isThrownBy(this::open)
                .withMessageContaining("no.such.host.invalid");
    }

    @Test
    void opensAlsoWhereTheLogFails() throws Exception {
        Logger failing = (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("the log is full");
                });
        MonitoringSettings closed = settings.build();
        MonitoringEndpoints endpoints =
                Monitoring.builder(closed).health(health).build();

        try (MonitoringServer server = new MonitoringServer(closed, endpoints, failing)) {
            assertThat(answer(server, "/health/live")).startsWith("200 ");
        }
    }

    @Test
    void listensNowhereWhenSwitchedOff() {
        settings.enabled(false).randomToken(true);
        try (MonitoringServer server = open()) {
            assertThat(server.url()).isEmpty();
            assertThat(server.welcome()).isEqualTo("monitoring: switched off");
        }
    }

    @Test
    void writesAnAddressOfVersion6InBrackets() {
        settings.address("::1");
        try (MonitoringServer server = open()) {
            assertThat(server.url())
                    .hasValueSatisfying(url -> assertThat(url.getHost()).isEqualTo("[0:0:0:0:0:0:0:1]"));
        }
    }

    @Test
    void endsItsThreads() throws Exception {
        MonitoringServer server = open();
        answer(server, "/health/live");
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("renum-monitoring-"))
                .toList();

        server.close();
        server.close();

        assertThat(threads).isNotEmpty();
        for (Thread thread : threads) {
            // The last steps of a thread come after its pool has ended.
            thread.join(LIMIT.toMillis());
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    private MonitoringServer open() {
        return Monitoring.builder(settings.token(Secret.of(TOKEN)).build())
                .health(health)
                .open();
    }

    private static HealthMonitor monitor(CheckSpec... checks) {
        HealthMonitor.Builder builder =
                HealthMonitor.builder(HealthSettings.builder().build());
        for (CheckSpec check : checks) {
            builder.check(check.timeout(LIMIT));
        }
        return builder.build();
    }

    private void monitorOf(CheckSpec... checks) {
        health.close();
        health = monitor(checks);
        health.refresh(LIMIT);
    }

    private static String answer(MonitoringServer server, String path) throws Exception {
        HttpResponse<String> response = send(server, path, null);
        return response.statusCode() + " " + response.body();
    }

    private static HttpResponse<String> send(MonitoringServer server, String path, @Nullable String authorization)
            throws Exception {
        URI url = server.url().orElseThrow().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(LIMIT);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
