package dev.renum.core;

import java.util.regex.Pattern;

/** Tells text that only chance writes: at least 32 characters of base64 that change between capitals, small letters and digits all the time. */
final class RandomText {
    private static final Pattern BASE64 = Pattern.compile("[\\w+/-]{32,}+={0,2}");
    /** Names end with a digit, but seldom go on after it. */
    private static final Pattern NAME = Pattern.compile("[^0-9]*+[0-9]*+");

    private static final Pattern DIGEST = Pattern.compile("(?i)(?:sha|md)-?\\d.*");

    private static final int CAPITAL = 1;
    private static final int SMALL = 2;
    private static final int DIGIT = 4;
    private static final int ALL = CAPITAL | SMALL | DIGIT;
    private static final int SIGN = 8;

    private RandomText() {}

    static boolean matches(String value) {
        return BASE64.matcher(value).matches()
                && !NAME.matcher(value).matches()
                && !DIGEST.matcher(value).matches()
                && isMixed(value);
    }

    /** Random text changes at two of five characters, words and paths at one or two of ten; a capital begins a word without a change. */
    private static boolean isMixed(String value) {
        int kinds = 0;
        int changes = 0;
        for (int i = 1; i < value.length(); i++) {
            int before = kind(value.charAt(i - 1));
            int kind = kind(value.charAt(i));
            boolean isWord = before == CAPITAL && kind == SMALL;
            kinds |= before | kind;
            changes += before == kind || isWord || (before | kind) > ALL ? 0 : 1;
        }
        return (kinds & ALL) == ALL && changes * 4 >= value.length();
    }

    private static int kind(char c) {
        if (c >= 'A' && c <= 'Z') {
            return CAPITAL;
        }
        if (c >= 'a' && c <= 'z') {
            return SMALL;
        }
        return c >= '0' && c <= '9' ? DIGIT : SIGN;
    }
}
