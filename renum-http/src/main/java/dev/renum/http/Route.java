package dev.renum.http;

import static java.util.Objects.requireNonNull;

import dev.renum.http.OperationDoc.Parameter;
import dev.renum.http.OperationDoc.Place;
import java.util.List;
import java.util.Set;

/**
 * One operation of an HTTP interface, with everything that must be known to serve, protect and document it.
 *
 * <p>A route without complete documentation does not exist: the constructor refuses one whose path parameters are not
 * those of the template, or that names no answer.
 *
 * @param method neither {@link HttpMethod#HEAD}, {@link HttpMethod#OPTIONS}, which adapters answer, nor {@link HttpMethod#OTHER}
 * @param path the whole path
 * @param permission what a caller must be allowed; enforced by a filter, not by the adapter
 * @param doc what it does
 * @param handler what answers
 */
public record Route(HttpMethod method, PathTemplate path, Permission permission, OperationDoc doc, Handler handler) {
    private static final Set<HttpMethod> RESERVED = Set.of(HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.OTHER);

    /** Checks the method, and that the documentation fits. */
    public Route {
        requireNonNull(permission, "permission");
        requireNonNull(handler, "handler");
        if (RESERVED.contains(method)) {
            throw new IllegalArgumentException("a route of method " + method + " is not allowed: adapters answer it");
        }
        checkParameters(method, path, doc);
        if (doc.answers().isEmpty()) {
            throw new IllegalArgumentException(method + " " + path + " documents no answer");
        }
    }

    /** A route that reads. */
    public static Route get(String path, Permission permission, OperationDoc doc, Handler handler) {
        return of(HttpMethod.GET, path, permission, doc, handler);
    }

    /** A route that does something. */
    public static Route post(String path, Permission permission, OperationDoc doc, Handler handler) {
        return of(HttpMethod.POST, path, permission, doc, handler);
    }

    /**
     * A route of any method.
     *
     * @throws IllegalArgumentException if the method or path is not allowed, or the documentation does not fit
     */
    public static Route of(HttpMethod method, String path, Permission permission, OperationDoc doc, Handler handler) {
        return new Route(method, PathTemplate.of(path), permission, doc, handler);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static void checkParameters(HttpMethod method, PathTemplate path, OperationDoc doc) {
        List<String> documented = pathParameters(doc);
        List<String> variables = path.variables().stream().sorted().toList();
        if (!documented.equals(variables)) {
            throw new IllegalArgumentException(
                    method + " " + path + " has the variables " + variables + ", but documents " + documented);
        }
    }

    private static List<String> pathParameters(OperationDoc doc) {
        return doc.parameters().stream()
                .filter(parameter -> parameter.place() == Place.PATH)
                .map(Parameter::name)
                .sorted()
                .toList();
    }
}
