package dev.renum.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells the log what failed, and the client under which id. */
final class Failure {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private Failure() {}

    static Response ofNull(Request request) {
        return of(request, new IllegalStateException("a handler or filter returned null"));
    }

    static Response of(Request request, Throwable failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        String incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        log(
                failure,
                () -> LOG.atError()
                        .setMessage("{}: a handler failed")
                        .addArgument(HttpCode.HANDLER_FAILED.id())
                        .addKeyValue("incident", incident)
                        .addKeyValue("route", routeOf(request)));
        return Response.problem(Problem.of(500, HttpCode.HANDLER_FAILED, "The server failed to answer this request.")
                .withCure("Try again later; tell the operator the incident's id if it stays.")
                .with("incident", incident));
    }

    /** Tells of a body that broke off; there is nobody left to answer. */
    static void ofBody(String method, Throwable failure) {
        log(
                failure,
                () -> LOG.atError()
                        .setMessage("{}: the body of an answer failed on its way, the connection is cut")
                        .addArgument(HttpCode.BODY_INCOMPLETE.id())
                        .addKeyValue("method", method));
    }

    /** Logs {@code failure}, or its type where it cannot be read. A log that fails altogether must not cost the client its answer. */
    private static void log(Throwable failure, Supplier<LoggingEventBuilder> event) {
        try {
            event.get().setCause(failure).log();
        } catch (RuntimeException | LinkageError unreadable) {
            logType(failure, event.get());
        }
    }

    private static void logType(Throwable failure, LoggingEventBuilder event) {
        try {
            event.addKeyValue("failure", failure.getClass().getName()).log();
        } catch (RuntimeException | LinkageError e) {
            // The log itself is the only place where this could be said.
        }
    }

    private static String routeOf(Request request) {
        Route route = request.route();
        return route == null ? "unmatched" : route.toString();
    }
}
