package dev.renum.core;

import org.jspecify.annotations.Nullable;

/**
 * Is told of every request that a host serves; made to be called on the request's path.
 *
 * <p>Call {@link #begin()} before and exactly one {@code end} after each request, also after a failed one, on any threads.
 * Implementations never throw, never block, and allocate nothing for a method and route they have seen before.
 */
public interface RequestObserver {
    /** Marks the start of a request; pass the result, whose meaning is the implementation's own, to {@code end}. */
    long begin();

    /**
     * Marks the end of the request that {@code begun} stands for.
     *
     * @param begun what {@link #begin()} returned
     * @param method the HTTP method, such as {@code GET}
     * @param routeTemplate the template that matched, such as {@code /teams/{id}}, never the concrete path, or {@code null} if
     *     no route did; a null template is counted as {@code unmatched}
     * @param status the HTTP status sent, or 500 if the request failed before one was
     */
    void end(long begun, String method, @Nullable String routeTemplate, int status);

    /**
     * Like {@link #end(long, String, String, int)}, with the id of the trace to name when this request is a slow one.
     *
     * @param traceId the trace, or {@code null} if there is none
     */
    default void end(long begun, String method, @Nullable String routeTemplate, int status, @Nullable String traceId) {
        end(begun, method, routeTemplate, status);
    }
}
