package dev.renum.config.bind;

/** A value refers to a key that cannot be resolved; becomes a problem at that value's place. */
final class UnresolvedReferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final boolean isLoop;

    private UnresolvedReferenceException(String message, String key, boolean isLoop) {
        super(message);
        this.key = key;
        this.isLoop = isLoop;
    }

    static UnresolvedReferenceException unknown(String key) {
        return new UnresolvedReferenceException("refers to '${" + key + "}', which no source sets", key, false);
    }

    static UnresolvedReferenceException loop(String key) {
        return new UnresolvedReferenceException("refers to itself through '" + key + "'", key, true);
    }

    /** Whether it refers to itself, which nothing that is set later can cure. */
    boolean isLoop() {
        return isLoop;
    }

    /** The key referred to. */
    String key() {
        return key;
    }
}
