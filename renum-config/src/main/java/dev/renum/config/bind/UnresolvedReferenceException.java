package dev.renum.config.bind;

import java.util.List;

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

    /** The reference to {@code key} leads back into {@code path}, the keys that lead to it, or no end of it is near. */
    static UnresolvedReferenceException loop(List<String> path, String key) {
        int start = path.indexOf(key);
        String from = start == 0 ? "refers to itself" : "refers to " + key + ", which refers to itself";
        String message = start < 0
                ? "refers to another key, and so on through more than " + path.size()
                : through(from, path.subList(start + 1, path.size()));
        return new UnresolvedReferenceException(message, key, true);
    }

    private static String through(String from, List<String> keys) {
        return keys.isEmpty() ? from : from + " through " + String.join(", ", keys);
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
