package dev.renum.example.backend;

/** The application cannot start; the message is all that its operator needs. */
final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefusedException(String message) {
        super(message);
    }
}
