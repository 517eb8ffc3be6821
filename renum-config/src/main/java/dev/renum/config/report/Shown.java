package dev.renum.config.report;

import dev.renum.core.Masking;
import java.util.regex.Pattern;

/** How a value may be shown. */
public final class Shown {
    private static final int LONGEST = 80;
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private Shown() {}

    /** {@code value} in quotes, in one line, cut if long and without what looks like a secret; only a mask if {@code sensitive}. */
    public static String value(String value, boolean sensitive) {
        if (sensitive) {
            return Masking.MASK;
        }
        String line = WHITE_SPACE.matcher(Masking.mask(value).strip()).replaceAll(" ");
        return '"' + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + '"';
    }

    /** {@code text} on one line, without characters that a terminal obeys. */
    public static String line(String text) {
        return Lines.printable(text);
    }
}
