package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Masking;
import dev.renum.health.text.Texts;

/** What people write to be shown. */
final class Words {
    private Words() {}

    /**
     * The name of whoever does something.
     *
     * @throws IllegalArgumentException if it has not 1 to 100 characters
     */
    static String who(String who) {
        return require("name of a person", who, 100);
    }

    /**
     * The reason for it.
     *
     * @throws IllegalArgumentException if it has not 1 to 500 characters
     */
    static String why(String why) {
        return require("reason", why, 500);
    }

    /**
     * {@code text} as one line, without what looks like a secret.
     *
     * @throws IllegalArgumentException if it has not 1 to {@code max} characters
     */
    static String require(String what, String text, int max) {
        String line = Texts.line(requireNonNull(text, what), max + 1);
        if (line.isEmpty() || text.length() > max) {
            throw new IllegalArgumentException(
                    what + " of " + text.length() + " characters is not allowed: use 1 to " + max);
        }
        return Masking.mask(line);
    }
}
