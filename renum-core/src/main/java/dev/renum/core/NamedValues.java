package dev.renum.core;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds values that stand after a sensitive name: parameters, properties, JSON, headers, options of a command line. */
final class NamedValues {
    /** A name, the quote that closes it, and what parts it from its value. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w.-])([\\w.-]++)(?:\\[\\d{1,9}])?+(\\\\*+[\"'])?+"
            + "[ \\t]*+([=:]{1,2}+>?+(?!(?<=:)//))?+[ \\t]*+");

    private static final Pattern SCHEME =
            Pattern.compile("(?i)(bearer|basic|token|apikey|digest|negotiate|ntlm|aws4-hmac-sha256)[ \\t]++");
    private static final Pattern ONE_WORD_SCHEME = Pattern.compile("(?i)bearer|basic|token|apikey");
    private static final Pattern HARMLESS = Pattern.compile("(?i)(?:yes|no|true|false|null)[)\\]}.,;]*+(?=\\s|$)");
    private static final Pattern ORDINARY_WORD = Pattern.compile("[a-z]++(?=[\\s.,;:!?)]|$)");
    private static final Set<String> COOKIES = Set.of("cookie", "set-cookie");
    private static final Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization");

    private final Redaction redaction;
    private final String text;
    private final ValueEnd valueEnd;
    private final Matcher name;

    private NamedValues(Redaction redaction) {
        this.redaction = redaction;
        text = redaction.text();
        valueEnd = new ValueEnd(text);
        name = NAME.matcher(text);
    }

    static void hideIn(Redaction redaction) {
        new NamedValues(redaction).hideAll();
    }

    private void hideAll() {
        int from = 0;
        while (name.find(from)) {
            from = hasValue() && isSensitive() ? hideValue(name.end()) : name.end();
        }
    }

    private boolean hasValue() {
        if (name.end() == text.length()) {
            return false;
        }
        return name.group(3) != null || name.group(2) == null && name.end() > name.end(1) && followsWithoutSign();
    }

    /** As in {@code --password x} and {@code ALTER ROLE shop PASSWORD 'x'}. */
    private boolean followsWithoutSign() {
        return name.group(1).startsWith("--")
                || text.charAt(name.end()) == '\'' && lowerName().endsWith("password");
    }

    private boolean isSensitive() {
        return SensitiveName.matches(name.group(1)) || COOKIES.contains(lowerName());
    }

    /** Hides the value and answers where it ends. */
    private int hideValue(int start) {
        Quote quote = Quote.at(text, start);
        if (quote != null) {
            int end = valueEnd.closing(quote, quote.end());
            return hide(afterScheme(quote.end(), end), end);
        }
        if (isHarmless(start)) {
            return start;
        }
        int first = afterScheme(start, text.length());
        return hide(first, endOf(start, first));
    }

    private int hide(int start, int end) {
        redaction.hide(start, Math.max(start, end));
        return Math.max(start, end);
    }

    private boolean isHarmless(int start) {
        return region(HARMLESS, start, text.length()).lookingAt() || isProse(start);
    }

    /** After a colon and a space a token is announced less often than a complaint about one. */
    private boolean isProse(int start) {
        boolean isToken = lowerName().endsWith("token") || lowerName().endsWith("tokens");
        return isToken
                && name.group(2) == null
                && ":".equals(name.group(3))
                && name.end(3) < start
                && region(ORDINARY_WORD, start, text.length()).lookingAt();
    }

    private int afterScheme(int start, int end) {
        Matcher scheme = region(SCHEME, start, end);
        return CREDENTIALS.contains(lowerName()) && scheme.lookingAt() ? scheme.end() : start;
    }

    private int endOf(int start, int first) {
        int from = valueEnd.afterBrackets(first);
        if (from == first && isHeader() && !isOneWord(start, first) && !text.startsWith(Masking.MASK, first)) {
            return valueEnd.line(from, openingQuote());
        }
        if (name.group(2) != null) {
            return valueEnd.json(from);
        }
        boolean mayHaveSpaces = !isHeader() && (openingQuote() != 0 || startsLine());
        return mayHaveSpaces ? valueEnd.property(from, openingQuote()) : valueEnd.word(from);
    }

    private boolean isOneWord(int scheme, int credentials) {
        return region(ONE_WORD_SCHEME, scheme, credentials).lookingAt();
    }

    private boolean isHeader() {
        return CREDENTIALS.contains(lowerName()) || COOKIES.contains(lowerName());
    }

    /** The quote before the name, if it closes after the value: {@code -H "Cookie: a=b"}; otherwise 0. */
    private char openingQuote() {
        char before = name.start() == 0 ? 0 : text.charAt(name.start() - 1);
        return name.group(2) == null && (before == '"' || before == '\'') ? before : 0;
    }

    private boolean startsLine() {
        int before = name.start() - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n' || text.charAt(before) == '\r';
    }

    private String lowerName() {
        return name.group(1).toLowerCase(Locale.ROOT);
    }

    private Matcher region(Pattern pattern, int start, int end) {
        return pattern.matcher(text).region(start, end).useTransparentBounds(true);
    }
}
