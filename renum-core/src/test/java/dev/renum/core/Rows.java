package dev.renum.core;

import static org.assertj.core.api.Assertions.assertThat;

/** What tables of texts say about masking; in a text {@code ⏎} is the end of a line. */
final class Rows {
    private Rows() {}

    /** Masking {@code text} gives {@code expected}, and masking that once more changes nothing. */
    static void assertMasked(String text, String expected) {
        String masked = lines(expected);

        assertThat(Masking.mask(lines(text))).isEqualTo(masked);
        assertThat(Masking.mask(masked)).isEqualTo(masked);
    }

    /** Masking leaves {@code text} as it is. */
    static void assertLeft(String text) {
        assertMasked(text, text);
    }

    private static String lines(String text) {
        return text.replace('⏎', '\n');
    }
}
