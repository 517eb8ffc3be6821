package dev.renum.http;

/**
 * Stands before all handlers of an adapter: refuses requests, or looks at them and at their answers.
 *
 * <p>A filter sees every request that reaches the adapter, also those that no route matches; {@link Request#route()} is
 * {@code null} then. It runs before the body is read, so {@link Request#body()} is empty: who is turned away is answered without
 * waiting for the body and cannot fill memory with it; {@link JdkAdapter} says what becomes of it. Used by many threads at once.
 */
@FunctionalInterface
public interface Filter {
    /**
     * Answers {@code request}, as a rule with what {@code next} answers.
     *
     * @param next the next filter or the handler of the route; must be called at most once
     * @throws Exception what {@code next} throws, or a failure of its own; treated as if the handler had thrown it
     */
    Response filter(Request request, Handler next) throws Exception;
}
