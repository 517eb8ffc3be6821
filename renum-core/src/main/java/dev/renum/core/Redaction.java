package dev.renum.core;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A text and which of its characters are to be hidden.
 *
 * <p>Whoever looks for secrets sees the original text, not what others left of it; so a name that is itself hidden still tells that a
 * secret follows, and secrets may overlap.
 */
final class Redaction {
    private final String text;
    private final BitSet hidden = new BitSet();

    Redaction(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Hides the characters from {@code from} up to, without, {@code to}. */
    void hide(int from, int to) {
        hidden.set(from, to);
    }

    /** The places of all hidden characters. */
    IntStream hidden() {
        return hidden.stream();
    }

    /** Whether what stands from {@code from} to {@code to} is not a part of a longer visible word. */
    boolean standsAlone(int from, int to) {
        boolean startsWord =
                from == 0 || hidden.get(from - 1) || !Character.isLetterOrDigit(text.codePointBefore(from));
        boolean endsWord = to == text.length() || hidden.get(to) || !Character.isLetterOrDigit(text.codePointAt(to));
        return startsWord && endsWord;
    }

    /** The text with one mask in place of each row of hidden characters. */
    String result() {
        if (hidden.isEmpty()) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int shown = 0;
        for (int start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(shown)) {
            result.append(text, shown, start).append(Masking.MASK);
            shown = hidden.nextClearBit(start);
        }
        return result.append(text, shown, text.length()).toString();
    }
}
