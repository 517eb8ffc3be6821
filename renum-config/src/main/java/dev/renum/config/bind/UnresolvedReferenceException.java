package dev.renum.config.bind;

import dev.renum.config.source.ProcessValues;
import java.util.List;

/** A value refers to a key that cannot be resolved; becomes a problem at that value's place. */
final class UnresolvedReferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final boolean isFinal;
    private final String cure;

    private UnresolvedReferenceException(String message, String key, boolean isFinal, String cure) {
        super(message);
        this.key = key;
        this.isFinal = isFinal;
        this.cure = cure;
    }

    static UnresolvedReferenceException unknown(String key) {
        String cure = "set " + key + " (variable " + ProcessValues.variableName(key) + "), or give a default: ${" + key
                + ":default}";
        return new UnresolvedReferenceException("refers to '${" + key + "}', which no source sets", key, false, cure);
    }

    /** The text of {@code key} is no text with references: a fault that nothing cures that is set later. */
    static UnresolvedReferenceException malformed(String key, String fault) {
        return new UnresolvedReferenceException(
                fault, key, true, "close each ${ with }, or write $${ for the characters themselves");
    }

    /** What the references in the text of {@code key} stand for is too long. */
    static UnresolvedReferenceException tooLong(String key, int longest) {
        return new UnresolvedReferenceException(
                "grows beyond " + longest + " characters by its references",
                key,
                true,
                "write the text out where it is needed");
    }

    /** References to references are too many to follow; one of them is to {@code key}. */
    static UnresolvedReferenceException tooMany(String key, int most) {
        return new UnresolvedReferenceException(
                "needs more than " + most + " references to be followed",
                key,
                true,
                "write the text out where it is needed");
    }

    /** The reference to {@code key} leads back into {@code path}, the keys that lead to it, or no end of it is near. */
    static UnresolvedReferenceException loop(List<String> path, String key) {
        int start = path.indexOf(key);
        String from = start == 0 ? "refers to itself" : "refers to " + key + ", which refers to itself";
        String message = start < 0
                ? "refers to another key, and so on through more than " + path.size()
                : through(from, path.subList(start + 1, path.size()));
        return new UnresolvedReferenceException(
                message, key, true, "give one of these keys a value without a reference");
    }

    private static String through(String from, List<String> keys) {
        return keys.isEmpty() ? from : from + " through " + String.join(", ", keys);
    }

    /** Whether nothing that is set later can cure it, such as a reference to itself. */
    boolean isFinal() {
        return isFinal;
    }

    /** What to do. */
    String cure() {
        return cure;
    }

    /** The key referred to. */
    String key() {
        return key;
    }
}
