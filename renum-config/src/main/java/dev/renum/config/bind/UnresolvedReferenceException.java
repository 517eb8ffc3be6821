package dev.renum.config.bind;

/** A value refers to a key that cannot be resolved; becomes a problem at that value's place. */
final class UnresolvedReferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    UnresolvedReferenceException(String message, String key) {
        super(message);
        this.key = key;
    }

    /** The key referred to. */
    String key() {
        return key;
    }
}
