package dev.renum.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds passwords that SQL states without a sign: {@code ALTER ROLE shop PASSWORD 'x'}, {@code CREATE USER shop IDENTIFIED BY 'x'}. */
final class SqlStatements {
    private static final Pattern BEFORE_PASSWORD = Pattern.compile("(?i)(?<![\\w-])(?:password"
            + "|identified\\s{1,8}+(?:with\\s{1,8}+\\S{1,64}+\\s{1,8}+)?+by(?:\\s{1,8}+password)?+)"
            + "(?:\\s{1,8}+|\\s{0,8}+\\(\\s{0,8}+)(?=\\\\*+[\"'])");

    private SqlStatements() {}

    static void hideIn(Redaction redaction) {
        String text = redaction.text();
        ValueEnd valueEnd = new ValueEnd(text);
        Matcher before = BEFORE_PASSWORD.matcher(text);
        int from = 0;
        while (before.find(from)) {
            Quote quote = Quote.at(text, before.end());
            from = quote == null ? before.end() : valueEnd.closing(quote, quote.end());
            redaction.hide(quote == null ? from : quote.end(), from);
        }
    }
}
