package dev.renum.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds PEM blocks of private keys (RFC 7468 and the older forms), SSH2 and PuTTY; one without its end reaches to the end of the text. */
final class PrivateKeyBlocks {
    private static final Pattern BEGIN =
            Pattern.compile("-{4,5}+ ?+BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?+-{4}|PuTTY-User-Key-File-\\d:");
    private static final Pattern END = Pattern.compile("-{4,5}+ ?+END [A-Z0-9 ]{1,60}+-{4,5}+|Private-MAC: \\w++");

    private PrivateKeyBlocks() {}

    static boolean opens(String value) {
        return BEGIN.matcher(value).lookingAt();
    }

    static void hideIn(Redaction redaction) {
        Matcher begin = BEGIN.matcher(redaction.text());
        int from = 0;
        while (begin.find(from)) {
            from = endOf(redaction.text(), begin.end());
            redaction.hide(begin.start(), from);
        }
    }

    private static int endOf(String text, int from) {
        Matcher end = END.matcher(text);
        return end.find(from) ? end.end() : text.length();
    }
}
