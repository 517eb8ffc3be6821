package dev.renum.core;

import org.jspecify.annotations.Nullable;

/**
 * An opening quote in a text that may itself stand in quotes.
 *
 * @param sign {@code "} or {@code '}
 * @param backslashes how many escape it: none, or one for each time the text was put into quotes, doubled and one more each time
 * @param end where the quoted text begins
 */
record Quote(char sign, int backslashes, int end) {
    /** The quote at {@code start}, or {@code null} if there is none. */
    static @Nullable Quote at(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        boolean isQuote = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
        int backslashes = at - start;
        boolean isWhole = (backslashes & (backslashes + 1)) == 0;
        return isQuote && isWhole ? new Quote(text.charAt(at), backslashes, at + 1) : null;
    }

    /** Whether the same sign after {@code others} backslashes closes it; the rest are escaped backslashes of the quoted text. */
    boolean closesAfter(int others) {
        return others % (2 * (backslashes + 1)) == backslashes;
    }
}
