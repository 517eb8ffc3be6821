package dev.renum.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {
    @Nested
    final class OfHeaders {
        @Test
        void findsFieldsWhateverTheCaseOfTheirName() {
            Headers headers = Headers.none().with("ETag", "1").plus("etag", "2").plus("X-A", "3");

            assertThat(headers.find("ETAG")).hasValue("1");
            assertThat(headers.all("eTag")).containsExactly("1", "2");
            assertThat(headers.with("etag", "9").all("ETag")).containsExactly("9");
            assertThat(headers.find("absent")).isEmpty();
        }

        @Test
        void joinsReceivedFieldsWhoseNamesDifferInCaseOnly() {
            Headers headers = Headers.received(Map.of("x-a", List.of("1"), "X-A", List.of("2")));

            assertThat(headers.all("X-a")).containsExactlyInAnyOrder("1", "2");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\r\nSet-Cookie: b", "a\nb", "\u010D\u010A", "é", "\u0000"})
        void refusesValuesThatCouldBecomeALineBreak(String value) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Headers.none().with("X-A", value))
                    .withMessageContaining("X-A");
        }

        @Test
        void refusesNamesThatAreNoTokens() {
            assertThatIllegalArgumentException().isThrownBy(() -> Headers.none().with("X A", "1"));
            assertThatIllegalArgumentException().isThrownBy(() -> Headers.none().plus("", "1"));
        }

        @Test
        void hidesValuesFromLogs() {
            assertThat(Headers.none().with("Authorization", "Bearer hunter2")).hasToString("Headers[Authorization]");
        }
    }

    @Nested
    final class OfRequests {
        @Test
        void areMadeWithoutAServer() throws Exception {
            Request request = Request.post("/teams/7?page=2&page=3", "{}")
                    .withPathParameter("id", "7")
                    .withHeader("Accept", "text/plain")
                    .withRemoteAddress(InetAddress.getByAddress(new byte[] {10, 0, 0, 1}))
                    .withRoute(Examples.post("/teams/{id}", Examples.says("x")));

            assertThat(request.path()).isEqualTo("/teams/7");
            assertThat(request.pathParameter("id")).isEqualTo("7");
            assertThat(request.query("page")).containsExactly("2", "3");
            assertThat(request.findQuery("size")).isEmpty();
            assertThat(request.headers().find("accept")).hasValue("text/plain");
            assertThat(request.bodyText()).isEqualTo("{}");
            assertThat(request.remoteAddress().getHostAddress()).isEqualTo("10.0.0.1");
            assertThat(request.route()).hasToString("POST /teams/{id}");
        }

        @Test
        void nameTheVariablesThatThereAre() {
            Request request = Request.get("/teams/7").withPathParameter("id", "7");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> request.pathParameter("name"))
                    .withMessage("no path parameter 'name', only [id]");
        }

        @Test
        void refuseATargetThatIsNotProperlyEncoded() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Request.get("/teams?q=%f"))
                    .withMessageContaining("/teams?q=%f");
        }

        @Test
        void doNotShareTheirBody() {
            byte[] body = "abc".getBytes(UTF_8);
            Request request = Request.of(HttpMethod.PUT, "/a").withBody(body);

            body[0] = 'x';
            request.body()[1] = 'x';

            assertThat(request.bodyText()).isEqualTo("abc");
        }

        @Test
        void hideTheirQueryFromLogs() {
            assertThat(Request.get("/a?token=hunter2")).hasToString("Request[GET /a]");
        }
    }

    @Nested
    final class OfResponses {
        @Test
        void giveTextACharset() {
            assertThat(Response.text(200, "text/html", "x").headers().find("Content-Type"))
                    .hasValue("text/html; charset=utf-8");
            assertThat(Response.text(200, "text/html; Charset=UTF-8", "x")
                            .headers()
                            .find("Content-Type"))
                    .hasValue("text/html; Charset=UTF-8");
            assertThat(Response.json(200, "{}").headers().find("Content-Type")).hasValue("application/json");
        }

        @Test
        void copyTheirBody() throws IOException {
            byte[] body = "abc".getBytes(UTF_8);
            Response response = Response.of(200, "text/plain; charset=utf-8", body);

            body[0] = 'x';

            assertThat(response.bodyText()).isEqualTo("abc");
            assertThat(response).hasToString("Response[status=200, length=3]");
        }

        @Test
        void doNotKnowTheLengthOfAStream() throws IOException {
            Response response =
                    Response.stream("text/plain", body -> body.write('x')).withStatus(202);

            assertThat(response.status()).isEqualTo(202);
            assertThat(response.isStream()).isTrue();
            assertThat(response.length()).isEqualTo(-1);
            assertThat(response.bodyText()).isEqualTo("x");
        }

        @Test
        void leaveTheFramingToAdapters() {
            Response response = Response.of(200);

            assertThatIllegalArgumentException().isThrownBy(() -> response.withHeader("content-length", "3"));
            assertThatIllegalArgumentException().isThrownBy(() -> response.withHeader("Transfer-Encoding", "chunked"));
            assertThatIllegalArgumentException().isThrownBy(() -> Response.of(101));
        }
    }

    @Nested
    final class OfProblems {
        private final Problem problem = Problem.of(503, HttpCode.HANDLER_FAILED, "A \"quote\" and é.");

        @Test
        void areWrittenAsJson() {
            Problem full = problem.withType("/problems/module-absent", "Module absent")
                    .withCure("Add it.")
                    .with("attempt", 3)
                    .with("ratio", 0.5)
                    .with("nothing", Double.NaN)
                    .with("final", true)
                    .with("name", "x");

            assertThat(new String(full.json(), UTF_8))
                    .isEqualTo("{\"type\":\"/problems/module-absent\",\"title\":\"Module absent\",\"status\":503,"
                            + "\"detail\":\"A \\\"quote\\\" and é.\",\"code\":\"RNM-HTP-010\",\"cure\":\"Add it.\","
                            + "\"attempt\":3,\"ratio\":0.5,\"nothing\":\"NaN\",\"final\":true,\"name\":\"x\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"status", "code", "ab", "1abc", "a-bc"})
        void refuseMembersThatAreNotAllowed(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> problem.with(name, "x"))
                    .withMessageContaining(name);
        }

        @Test
        void refuseOtherValuesAndStatuses() {
            assertThatIllegalArgumentException().isThrownBy(() -> problem.with("list", List.of()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Problem.of(200, HttpCode.NOT_FOUND, "x"))
                    .withMessageContaining("status 200");
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 418, 422, 429, 500, 501, 503, 599})
        void haveATitle(int status) {
            assertThat(Problem.of(status, HttpCode.NOT_FOUND, "x").title()).matches("[A-Z][A-Za-z ]+");
        }
    }

    @Test
    void givesEachCodeAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        for (HttpCode code : HttpCode.values()) {
            ids.add(code.id());
        }

        assertThat(ids).hasSize(HttpCode.values().length).allMatch(id -> id.matches("RNM-HTP-\\d{3}"));
        assertThat(Arrays.stream(HttpCode.values()).map(HttpCode::severity)).doesNotContainNull();
    }

    @Test
    void knowsTheMethodsByTheirExactNames() {
        for (HttpMethod method : HttpMethod.values()) {
            assertThat(HttpMethod.of(method.name())).isEqualTo(method);
        }
        assertThat(HttpMethod.of("get")).isEqualTo(HttpMethod.OTHER);
    }
}
