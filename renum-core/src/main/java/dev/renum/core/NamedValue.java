package dev.renum.core;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name with the value that stands after it, in one of the ways people write both. */
final class NamedValue {
    /** After a name: the quote that closes it, and what parts it from its value; the second and the third group of a pattern of names. */
    static final String SIGN = "(?:\\[\\d{1,9}])?+(\\\\*+[\"'])?+[ \\t]*+([=:]{1,2}+>?+(?!(?<=:)//))?+[ \\t]*+";

    static final Set<String> COOKIES = Set.of("cookie", "set-cookie");

    private static final Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization");
    private static final Pattern SCHEME =
            Pattern.compile("(?i)(bearer|basic|token|apikey|digest|negotiate|ntlm|aws4-hmac-sha256)[ \\t]++");
    private static final Pattern ONE_WORD_SCHEME = Pattern.compile("(?i)bearer|basic|token|apikey");

    /** Also a place that is yet to be filled: {@code <password>}, {@code ${DB_PASSWORD}}, {@code ?}. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?:(?i:yes|no|true|false|null)|<[\\w -]{1,40}+>|\\$\\{[\\w.-]{1,80}+}|\\?)[)\\]}.,;]*+(?=\\s|$)");

    private static final Pattern COMPLAINT =
            Pattern.compile("(?:must|should|cannot|may not|does not|has to|too|rejected|expected"
                    + "|is (?:not|too|required|missing|empty|blank|invalid|wrong|expired))\\b");
    private static final Pattern ORDINARY_WORD = Pattern.compile("(?:[a-z]++|[A-Z]{1,16}+)(?=[\\s.,;:!?)]|$)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}+(?![\\w.-])");

    /** What begins a block scalar of YAML. */
    private static final Pattern BLOCK =
            Pattern.compile("(?:!\\S{0,64}+[ \\t]++)?+[|>][-+\\d]{0,2}+[ \\t]*+(?:(?<=[ \\t])#[^\r\n]*+)?+\\R");

    /** What begins a list of YAML, also one that is hidden already. */
    private static final Pattern LIST = Pattern.compile("(?:#[ \\t][^\r\n]*+)?+\\R(?=[ \\t]*+(?:-[ \\t]|\\*{4}))");

    private final String text;
    private final ValueEnd valueEnd;
    private final MatchResult name;
    private final String lowerName;

    /** What {@code name}, found in {@code text} by a pattern that ends with {@link #SIGN}, is followed by. */
    NamedValue(String text, MatchResult name) {
        this.text = text;
        this.name = name;
        valueEnd = new ValueEnd(text);
        lowerName = name.group(1).toLowerCase(Locale.ROOT);
    }

    /** Hides the value, unless it is none, and answers where it ends. */
    int hideIn(Redaction redaction) {
        Span value = span();
        redaction.hide(value.start(), value.end());
        return value.end();
    }

    /** Where the value stands; empty if what stands there cannot be a secret. */
    Span span() {
        int start = name.end();
        Quote quote = Quote.at(text, start);
        if (quote != null) {
            int end = valueEnd.closing(quote, quote.end());
            return new Span(afterScheme(quote.end(), end), end);
        }
        if (isHarmless(start)) {
            return new Span(start, start);
        }
        int block = linesAfter(BLOCK, start);
        int list = linesAfter(LIST, start);
        if (block > start || list > start) {
            return lines(Math.max(block, list), list > start);
        }
        return bare(start);
    }

    private Span bare(int start) {
        int first = afterScheme(start, text.length());
        return new Span(first, endOf(start, first));
    }

    /** The line behind what {@code opening} says of lines of YAML to come, otherwise {@code start}. */
    private int linesAfter(Pattern opening, int start) {
        Matcher block = region(opening, start, text.length());
        return ":".equals(name.group(3)) && block.lookingAt() ? block.end() : start;
    }

    private Span lines(int start, boolean isList) {
        int end = valueEnd.block(name.start(), start, isList);
        int first = start;
        while (first < end && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return new Span(first, end);
    }

    private boolean isHarmless(int start) {
        return startsWith(HARMLESS, start) || isComplaint(start) || isOfTokens(start);
    }

    private boolean isComplaint(int start) {
        return isAfterColonAndSpace(start) && startsWith(COMPLAINT, start);
    }

    /** Tokens are counted too, and after {@code token:} more often stands a word than a token in letters of one case. */
    private boolean isOfTokens(int start) {
        boolean isProse = isAfterColonAndSpace(start) && name.group(2) == null && startsWith(ORDINARY_WORD, start);
        return lowerName.endsWith("tokens")
                ? isProse || startsWith(NUMBER, start)
                : isProse && lowerName.endsWith("token");
    }

    private boolean isAfterColonAndSpace(int start) {
        return ":".equals(name.group(3)) && name.end(3) < start;
    }

    private boolean startsWith(Pattern pattern, int start) {
        return region(pattern, start, text.length()).lookingAt();
    }

    private int afterScheme(int start, int end) {
        Matcher scheme = region(SCHEME, start, end);
        return CREDENTIALS.contains(lowerName) && scheme.lookingAt() ? scheme.end() : start;
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
        return CREDENTIALS.contains(lowerName) || COOKIES.contains(lowerName);
    }

    /** The quote before the name, if it closes after the value: {@code -H "Cookie: a=b"}; otherwise 0. */
    private char openingQuote() {
        char before = name.start() == 0 ? 0 : text.charAt(name.start() - 1);
        return name.group(2) == null && (before == '"' || before == '\'') ? before : 0;
    }

    private boolean startsLine() {
        int before = name.start() - 1;
        while (before >= 0 && " \t-".indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n' || text.charAt(before) == '\r';
    }

    private Matcher region(Pattern pattern, int start, int end) {
        return pattern.matcher(text).region(start, end).useTransparentBounds(true);
    }

    /**
     * A part of a text.
     *
     * @param start where it begins
     * @param end behind it
     */
    record Span(int start, int end) {
        Span {
            end = Math.max(start, end);
        }
    }
}
