package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Masking;
import dev.renum.health.text.Texts;

/**
 * Something that a host has found out by itself, and that cannot wait.
 *
 * @param name tells it from other issues, such as {@code ledger-unbalanced}: 1 to 64 letters, digits, {@code .}, {@code _} or {@code -},
 *     starting with a letter or digit. From a small set that the program knows, not made of data
 * @param message what is the matter and what to do; what looks like a secret is masked, what goes beyond 1,000 characters is cut
 */
public record CriticalIssue(String name, String message) {
    private static final int MAX_MESSAGE = 1_000;

    /** Checks the name, masks and cuts the message. */
    public CriticalIssue {
        AlertRule.checkName("issue", requireNonNull(name, "name"));
        message = Texts.line(Masking.mask(requireNonNull(message, "message")), MAX_MESSAGE);
        if (message.isEmpty()) {
            throw new IllegalArgumentException("issue '" + name + "' has no message: say what is the matter");
        }
    }
}
