package dev.renum.monitoring;

/** Monitoring cannot be served; the message says why and what to do. */
public final class MonitoringException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MonitoringException(String message, Throwable cause) {
        super(message, cause);
    }
}
