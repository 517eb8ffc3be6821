package dev.renum.testkit;

/**
 * Says that a server cannot start here; the message has the reason and the end of the server's log.
 *
 * <p>Thrown where a skip is not wanted ({@code -Drenum.test.servers=required}) or not possible (opentest4j is absent);
 * elsewhere it is the cause of the {@code TestAbortedException} that skips the test.
 */
public final class ServerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
