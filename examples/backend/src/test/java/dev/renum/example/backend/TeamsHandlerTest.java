package dev.renum.example.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.renum.core.Ticker;
import dev.renum.http.Permission;
import dev.renum.http.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TeamsHandlerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final JdbcDataSource database = new JdbcDataSource();
    private final TeamsHandler handler =
            new TeamsHandler(new StoredTeams(database), new RateLimit(Ticker.system(), 100, 100));
    private final Set<String> answered = new TreeSet<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/teams", handler);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void answersWhatItDocumentsAndNothingElse() throws Exception {
        send("POST", "", "{\"name\":\"red\"}");
        send("POST", "", "{\"name\":\"red\"}");
        send("POST", "", "{");
        send("POST", "", "{\"name\":\"blue\"}");
        send("GET", "", "");
        for (String id : new String[] {"1", "x", "7"}) {
            send("GET", "/" + id, "");
            send("PATCH", "/" + id, "{\"name\":\"green\"}");
        }
        send("PATCH", "/1", "{\"name\":\"blue\"}");
        for (String id : new String[] {"1", "x", "7"}) {
            send("DELETE", "/" + id, "");
        }
        database.setUrl("jdbc:h2:tcp://127.0.0.1:1/none");
        send("GET", "", "");
        send("POST", "", "{\"name\":\"red\"}");
        send("GET", "/1", "");
        send("PATCH", "/1", "{\"name\":\"red\"}");
        send("DELETE", "/1", "");

        assertThat(answered).containsExactlyElementsOf(documented());
    }

    @Test
    void asksForMorePermissionToChangeThanToLook() {
        assertThat(handler.routes())
                .allSatisfy(route -> assertThat(route.permission())
                        .as(route.toString())
                        .isEqualTo(isRead(route) ? Permission.VIEW : Permission.OPERATE));
    }

    private Set<String> documented() {
        return handler.routes().stream()
                .flatMap(route -> route.doc().answers().stream().map(answer -> route + " " + answer.status()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isRead(Route route) {
        return route.toString().startsWith("GET ");
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/teams" + path);
        HttpRequest request = HttpRequest.newBuilder(url)
                .method(method, BodyPublishers.ofString(body))
                .build();
        int status = CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        answered.add(method + " /api/v1/teams" + (path.isEmpty() ? "" : "/{id}") + " " + status);
    }
}
