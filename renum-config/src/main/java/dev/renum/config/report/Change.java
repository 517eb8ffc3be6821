package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

/**
 * One setting that a reload found changed.
 *
 * @param key the key, such as {@code backend.port}
 * @param before what may be shown of the former value, as its source wrote it, or, if only what it refers to is different, the value itself: in
 *     quotes, masked if it is a secret, {@code nothing} if there was none
 * @param after the same of the new value
 * @param isSecret whether the value must not be shown
 * @param isPending whether the new value waits for a restart, because its component is not {@code @Live}
 */
public record Change(String key, String before, String after, boolean isSecret, boolean isPending) {
    /** Checks that nothing is missing. */
    public Change {
        requireNonNull(key, "key");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** {@code backend.port: "80" -> "81"}; of a secret only that it has changed. */
    @Override
    public String toString() {
        String what = isSecret ? " changed" : ": " + before + " -> " + after;
        return key + what + (isPending ? " (waits for a restart)" : "");
    }
}
