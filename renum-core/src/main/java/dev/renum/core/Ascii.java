package dev.renum.core;

/** Kinds of characters where those of other alphabets do not count. */
final class Ascii {
    private Ascii() {}

    static boolean isCapital(char c) {
        return isBetween('A', c, 'Z');
    }

    static boolean isSmall(char c) {
        return isBetween('a', c, 'z');
    }

    static boolean isDigit(char c) {
        return isBetween('0', c, '9');
    }

    static boolean isAlphanumeric(char c) {
        return isSmall(c) || isCapital(c) || isDigit(c);
    }

    private static boolean isBetween(char first, char c, char last) {
        return first <= c && c <= last;
    }
}
