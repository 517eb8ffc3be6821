package dev.renum.http;

/** Routes for tests. */
final class Examples {
    private Examples() {}

    static Route get(String path, Handler handler) {
        return route(HttpMethod.GET, path, handler);
    }

    static Route post(String path, Handler handler) {
        return route(HttpMethod.POST, path, handler);
    }

    static Route route(HttpMethod method, String path, Handler handler) {
        OperationDoc doc = OperationDoc.of("An example.").answers(200, "It worked.", "text/plain");
        for (String variable : PathTemplate.of(path).variables()) {
            doc = doc.path(variable, "a variable");
        }
        return Route.of(method, path, Permission.VIEW, doc, handler);
    }

    /** A handler that answers with this text. */
    static Handler says(String text) {
        return request -> Response.text(200, "text/plain", text);
    }
}
