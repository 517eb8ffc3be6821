package dev.renum.http;

import static dev.renum.http.Examples.get;
import static dev.renum.http.Examples.post;
import static dev.renum.http.Examples.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class JdkAdapterTest {
    private static final Handler ECHOES_ID = request -> Response.text(200, "text/plain", request.pathParameter("id"));

    @Nested
    final class Routing {
        @Test
        void servesTheRouteOfThePath() throws Exception {
            try (RunningServer server = RunningServer.of(get("/", says("root")), get("/a/b", says("leaf")))) {

                HttpResponse<String> root = server.get("/");
                HttpResponse<String> leaf = server.get("/a/b");

                assertThat(root.body()).isEqualTo("root");
                assertThat(leaf.body()).isEqualTo("leaf");
                assertThat(leaf.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
                assertThat(leaf.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            }
        }

        @Test
        void decodesAVariableExactlyOnce() throws Exception {
            try (RunningServer server = RunningServer.of(get("/teams/{id}", ECHOES_ID))) {

                HttpResponse<String> response = server.get("/teams/%C3%A9t%C3%A9%2520a+b");

                assertThat(response.body()).isEqualTo("été%20a+b");
            }
        }

        @Test
        void prefersTheLiteralSegmentAndFallsBackToTheVariable() throws Exception {
            Route literal = get("/teams/active/size", says("literal"));
            Route variable = get("/teams/{id}", ECHOES_ID);
            Route deeper = get("/teams/{id}/members", ECHOES_ID);
            try (RunningServer server = RunningServer.of(variable, deeper, literal)) {

                assertThat(server.get("/teams/active/size").body()).isEqualTo("literal");
                assertThat(server.get("/teams/active").body()).isEqualTo("active");
                assertThat(server.get("/teams/active/members").body()).isEqualTo("active");
                assertThat(server.get("/teams/7/size").statusCode()).isEqualTo(404);
            }
        }

        @Test
        void matchesEncodedLiterals() throws Exception {
            try (RunningServer server = RunningServer.of(get("/health", says("up")))) {
                assertThat(server.get("/%68ealth").body()).isEqualTo("up");
            }
        }

        @Test
        void keepsRepeatedParametersOfTheQueryInOrder() throws Exception {
            Handler handler =
                    request -> Response.text(200, "text/plain", request.query().toString());
            try (RunningServer server = RunningServer.of(get("/", handler))) {

                HttpResponse<String> response = server.get("/?tag=a&tag=b%26c&flag&q=x+y");

                assertThat(response.body()).isEqualTo("{tag=[a, b&c], flag=[], q=[x y]}");
            }
        }

        @Test
        void handsOverHeadersBodyAndPeer() throws Exception {
            Handler handler = request -> Response.text(
                    200,
                    "text/plain",
                    request.method() + " " + request.headers().find("HOST").isPresent() + " " + request.bodyText() + " "
                            + request.remoteAddress().isLoopbackAddress());
            try (RunningServer server = RunningServer.of(post("/", handler))) {
                assertThat(server.post("/", "çà").body()).isEqualTo("POST true çà true");
            }
        }

        @Test
        void refusesRoutesThatMatchTheSameRequests() {
            List<Route> routes = List.of(get("/teams/{id}", ECHOES_ID), get("/teams/{name}", says("x")));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> JdkAdapter.handler(routes, List.of()))
                    .withMessageContainingAll("/teams/{id}", "/teams/{name}");
        }

        @Test
        void allowsVariablesOfOtherNamesForOtherMethods() throws Exception {
            Route read = get("/teams/{id}", ECHOES_ID);
            Route write =
                    post("/teams/{name}", request -> Response.text(200, "text/plain", request.pathParameter("name")));
            try (RunningServer server = RunningServer.of(read, write)) {

                assertThat(server.get("/teams/7").body()).isEqualTo("7");
                assertThat(server.post("/teams/8", "").body()).isEqualTo("8");
            }
        }
    }

    @Nested
    final class OtherMethods {
        @Test
        void answersHeadFromGetWithTheSameHeadersAndNoBody() throws Exception {
            Handler handler =
                    request -> Response.text(200, "text/plain", "twelve bytes").withHeader("ETag", "\"7\"");
            try (RunningServer server = RunningServer.of(get("/a", handler))) {

                HttpResponse<String> got = server.get("/a");
                String head = server.raw("HEAD /a HTTP/1.1");

                assertThat(head).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
                assertThat(head.toLowerCase(java.util.Locale.ROOT)).contains("content-length: 12", "etag: \"7\"");
                assertThat(got.headers().firstValue("Content-Length")).hasValue("12");
            }
        }

        @Test
        void neverRunsTheWriterOfAStreamForHead() throws Exception {
            Handler handler = request -> Response.stream("text/plain", body -> {
                throw new IllegalStateException("must not run");
            });
            try (RunningServer server = RunningServer.of(get("/a", handler))) {
                assertThat(server.raw("HEAD /a HTTP/1.1"))
                        .startsWith("HTTP/1.1 200")
                        .endsWith("\r\n\r\n");
            }
        }

        @Test
        void answersOptionsWithTheMethodsAllowed() throws Exception {
            try (RunningServer server = RunningServer.of(get("/a", says("x")), post("/a", says("y")))) {

                HttpResponse<String> options = server.send("OPTIONS", "/a", BodyPublishers.noBody());

                assertThat(options.statusCode()).isEqualTo(204);
                assertThat(options.headers().firstValue("Allow")).hasValue("GET, HEAD, POST, OPTIONS");
                assertThat(server.send("OPTIONS", "/b", BodyPublishers.noBody()).statusCode())
                        .isEqualTo(404);
            }
        }

        @Test
        void refusesAnotherMethodOfAKnownPath() throws Exception {
            try (RunningServer server = RunningServer.of(post("/a", says("x")))) {

                HttpResponse<String> response = server.get("/a");

                assertThat(response.statusCode()).isEqualTo(405);
                assertThat(response.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
                assertThat(response.body()).contains("RNM-HTP-003");
            }
        }

        @Test
        void doesNotImplementUnknownMethods() throws Exception {
            try (RunningServer server = RunningServer.of(get("/a", says("x")))) {

                assertThat(server.raw("BREW /a HTTP/1.1"))
                        .startsWith("HTTP/1.1 501")
                        .contains("RNM-HTP-004");
                assertThat(server.raw("get /a HTTP/1.1")).startsWith("HTTP/1.1 501");
                assertThat(server.raw("TRACE /a HTTP/1.1")).startsWith("HTTP/1.1 501");
            }
        }
    }

    @Nested
    final class Filters {
        @Test
        void runInOrderAroundTheHandler() throws Exception {
            Filter outer = (request, next) -> next.handle(request).withHeader("X-Order", "outer");
            Filter inner = (request, next) ->
                    next.handle(request.withHeader("X-Seen", "inner")).withHeader("X-Order", "inner");
            Handler handler = request -> Response.text(
                    200, "text/plain", request.headers().find("x-seen").orElse("nothing"));
            try (RunningServer server =
                    RunningServer.of(JdkAdapter.handler(List.of(get("/a", handler)), List.of(outer, inner)))) {

                HttpResponse<String> response = server.get("/a");

                assertThat(response.body()).isEqualTo("inner");
                assertThat(response.headers().allValues("X-Order")).containsExactly("outer");
            }
        }

        @Test
        void seeTheRouteOrNoneAndNoBody() throws Exception {
            Filter tells = (request, next) -> Response.text(
                    200, "text/plain", request.route() + " " + request.path() + " " + request.body().length);
            try (RunningServer server =
                    RunningServer.of(JdkAdapter.handler(List.of(post("/a/{id}", says("x"))), List.of(tells)))) {

                assertThat(server.post("/a/7", "body").body()).isEqualTo("POST /a/{id} /a/7 0");
                assertThat(server.post("/b", "body").body()).isEqualTo("null /b 0");
                assertThat(server.post("/a/7?x=%ff", "").body()).isEqualTo("POST /a/{id} /a/7 0");
            }
        }

        @Test
        void mayTurnExceptionsOfHandlersIntoAnswers() throws Exception {
            Filter maps = (request, next) -> {
                try {
                    return next.handle(request);
                } catch (IllegalStateException e) {
                    return Response.of(409);
                }
            };
            Handler fails = request -> {
                throw new IllegalStateException("conflict");
            };
            try (RunningServer server =
                    RunningServer.of(JdkAdapter.handler(List.of(get("/a", fails)), List.of(maps)))) {
                assertThat(server.get("/a").statusCode()).isEqualTo(409);
            }
        }
    }
}
