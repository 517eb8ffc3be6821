package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

/**
 * What stands at the place of a problem, as it may be shown: a key and its value in the notation of the source, without the rest of the line.
 *
 * @param text the text, in which a secret is a mask and a long value is cut
 * @param start where in the text the part begins that is wrong, from 0
 * @param length how many characters it has, 0 for an empty value
 */
public record Excerpt(String text, int start, int length) {
    /** Checks that the part is within the text. */
    public Excerpt {
        requireNonNull(text, "text");
        if (start < 0 || length < 0 || start + length > text.length()) {
            throw new IllegalArgumentException("part " + start + "+" + length + " is not allowed: it must be within "
                    + text.length() + " characters");
        }
    }

    /** Marks the value behind {@code head}, which is what the source writes before it. */
    public static Excerpt ofValue(String head, String shown) {
        return new Excerpt(head + shown, head.length(), shown.length());
    }

    /** Marks the key at the start of {@code head}, and leaves the value out. */
    public static Excerpt ofKey(String head) {
        String key = head.stripTrailing();
        int end = key.endsWith("=") || key.endsWith(":") ? key.length() - 1 : key.length();
        return new Excerpt(head + "…", 0, key.substring(0, end).stripTrailing().length());
    }
}
