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
    private static final Pattern COMPLAINT = Pattern.compile(
            "(?:must|should|cannot|too|is (?:not|too|required|missing|empty|blank|invalid|wrong|expired))\\b");
    private static final Pattern ORDINARY_WORD = Pattern.compile("[a-z]++(?=[\\s.,;:!?)]|$)");
    /** What begins a block scalar of YAML. */
    private static final Pattern BLOCK =
            Pattern.compile("(?:!\\S{0,64}+[ \\t]++)?+[|>][-+\\d]{0,2}+[ \\t]*+(?:#[^\r\n]*+)?+\\R");

    /** Also where JSON writes the {@code &} before it as an escape. */
    private static final Pattern SIGNATURE =
            Pattern.compile("(?i)(?:u0026)?(?:sig|signature|x-(?:amz|goog)-signature)");

    private static final Set<String> SESSIONS =
            Set.of("jsessionid", "phpsessid", "sessionid", "asp.net_sessionid", "connect.sid");
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
        return name.end() < text.length() && (name.group(3) != null || followsWithoutSign());
    }

    /** As in {@code --password x} and {@code ALTER ROLE shop PASSWORD 'x'}. */
    private boolean followsWithoutSign() {
        boolean isParted = name.group(2) == null && name.end() > name.end(1);
        boolean isQuoted = text.charAt(name.end()) == '\'' && lowerName().endsWith("password");
        return isParted && (isQuoted || name.group(1).startsWith("-"));
    }

    private boolean isSensitive() {
        return SensitiveName.matches(name.group(1)) || COOKIES.contains(lowerName()) || isSensitiveParameter();
    }

    /** Names that say nothing as keys: of what opens a session, and of the signature that a signed URL is worth nothing without. */
    private boolean isSensitiveParameter() {
        String sign = name.group(3);
        boolean isParameter = sign != null && sign.startsWith("=") && name.group(2) == null;
        return isParameter && (SESSIONS.contains(lowerName()) || isSignature());
    }

    private boolean isSignature() {
        boolean isOfUrl = name.start() > 0 && "?&;\\".indexOf(text.charAt(name.start() - 1)) >= 0;
        return isOfUrl && SIGNATURE.matcher(name.group(1)).matches();
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
        int block = blockStart(start);
        return block > start ? hideBlock(block) : hideBare(start);
    }

    private int hideBare(int start) {
        int first = afterScheme(start, text.length());
        return hide(first, endOf(start, first));
    }

    /** The line after {@code start} if a block scalar begins there, otherwise {@code start}. */
    private int blockStart(int start) {
        Matcher block = region(BLOCK, start, text.length());
        return ":".equals(name.group(3)) && block.lookingAt() ? block.end() : start;
    }

    private int hideBlock(int start) {
        int end = valueEnd.block(name.start(), start);
        int first = start;
        while (first < end && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return hide(first, end);
    }

    private int hide(int start, int end) {
        redaction.hide(start, Math.max(start, end));
        return Math.max(start, end);
    }

    private boolean isHarmless(int start) {
        return startsWith(HARMLESS, start) || isProse(start);
    }

    /** After a colon and a space often stands a complaint, and after {@code token} more often than a token in small letters. */
    private boolean isProse(int start) {
        boolean mayBeProse = name.group(2) == null && ":".equals(name.group(3)) && name.end(3) < start;
        boolean isToken = lowerName().endsWith("token") || lowerName().endsWith("tokens");
        return mayBeProse && (startsWith(COMPLAINT, start) || (isToken && startsWith(ORDINARY_WORD, start)));
    }

    private boolean startsWith(Pattern pattern, int start) {
        return region(pattern, start, text.length()).lookingAt();
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
