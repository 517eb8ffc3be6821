package dev.renum.config.report;

import java.util.regex.Pattern;

/** Keeps what a line of a report says on that line. */
final class Lines {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");

    private Lines() {}

    /** A key or a value of a file could otherwise write lines of its own, or colour them; replaced one by one, so that carets stay below it. */
    static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
