package dev.renum.http;

import static dev.renum.http.Examples.get;
import static dev.renum.http.Examples.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over a plain socket: clients that no library would be. */
final class MalformedInputTest {
    private RunningServer server;

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.of(
                get("/b", says("reached b")), get("/a/{x}", says("reached a")), get("/a/{x}/b", says("reached a b")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/../b",
                "/a/./b",
                "/a/%2e%2e",
                "/a/%2E%2e/b",
                "/a/.%2e/b",
                "/a/%2e/b",
                "/a//b",
                "//b/b",
                "//host/b",
                "///b",
                "///a/x",
                "////b",
                "///b?q=1",
                "/a/x%2Fb",
                "/a/%2f",
                "/a/x%5Cb",
                "/a/x%00",
                "/a/x%0d%0aSet-Cookie:x",
                "/a//",
                "/..",
                "/b/.."
            })
    void refusesPathsThatOthersMayUnderstandDifferently(String path) throws IOException {
        String answer = server.raw("GET " + path + " HTTP/1.1");

        assertThat(answer).doesNotContain("reached").containsPattern("^HTTP/1.1 400");
        assertThat(answer).contains("RNM-HTP-006", "application/problem+json");
    }

    @Test
    void treatsDoublyEncodedSeparatorsAsPlainText() throws IOException {
        assertThat(server.raw("GET /a/%252e%252e%252fb HTTP/1.1"))
                .startsWith("HTTP/1.1 200")
                .contains("reached a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/%ff", "/a/%C3", "/a/%c0%af", "/a/%ed%a0%80", "/a/é", "/b?q=%ff", "/b?%c0=1"})
    void refusesWhatIsNotUtf8(String target) throws IOException {
        assertThat(server.raw("GET " + target + " HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .contains("RNM-HTP-005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/%zz", "/a/%2", "/a/x|y", "/a/{x}", "/b?q=%"})
    void leavesToTheServerWhatIsNoUri(String target) throws IOException {
        assertThat(server.raw("GET " + target + " HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("reached");
    }

    @Test
    void leavesToTheServerWhatIsOnlyAHostToAUri() throws IOException {
        assertThat(server.raw("GET //b HTTP/1.1")).startsWith("HTTP/1.1 404").doesNotContain("reached");
    }

    @Test
    void namesThePathWithoutItsTrailingSlash() throws Exception {
        HttpResponse<String> known = server.get("/a/x/");
        HttpResponse<String> unknown = server.get("/c/");

        assertThat(known.statusCode()).isEqualTo(404);
        assertThat(known.body()).contains("RNM-HTP-002", "Use /a/x\"");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("RNM-HTP-001").doesNotContain("/c");
    }

    @Test
    void answersUnknownPathsWithAProblemThatIsNotStored() throws Exception {
        HttpResponse<String> response = server.get("/c");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                        + "\"detail\":\"There is nothing at this path.\",\"code\":\"RNM-HTP-001\"}");
    }

    @Test
    void takesAHundredParametersButNotOneMore() throws Exception {
        assertThat(server.get("/b?" + parameters(100)).statusCode()).isEqualTo(200);

        HttpResponse<String> more = server.get("/b?" + parameters(101));

        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(more.body()).contains("RNM-HTP-007");
    }

    @Test
    void answersAVeryLongPathAndManyEncodedCharacters() throws Exception {
        assertThat(server.get("/c" + "/x".repeat(4_000)).statusCode()).isEqualTo(404);
        assertThat(server.get("/a/" + "%41".repeat(2_000)).statusCode()).isEqualTo(200);
    }

    @Test
    void takesATargetInAbsoluteForm() throws IOException {
        assertThat(server.raw("GET http://localhost/b HTTP/1.1"))
                .startsWith("HTTP/1.1 200")
                .contains("reached b");
    }

    private static String parameters(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p=" + i).collect(Collectors.joining("&"));
    }
}
