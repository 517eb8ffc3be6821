package dev.renum.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows where a value ends in the ways people write values; in doubt later than needed. */
final class ValueEnd {
    private static final Pattern NEXT_PARAMETER = Pattern.compile("[&;,\\s]\\s{0,3}+[\\w.%-]{1,40}+=");
    private static final Pattern JSON_END = Pattern.compile("[,}\\]\\s]");

    /** A sign that could be a part of the value and ends it only if what follows goes on in another way. */
    private static final Pattern WORD_END =
            Pattern.compile("\\s|[&;,](?=\\s|[\\w.%-]{1,40}+=|$)|\\\\?[\"'](?=[\\s,;:)\\]}.>]|/>|$)|<(?=/)");

    private final String text;

    ValueEnd(String text) {
        this.text = text;
    }

    /** Where {@code quote} is closed, at most the end of the line; a quote within a word does not close. */
    int closing(Quote quote, int from) {
        int backslashes = 0;
        for (int i = from; i < text.length() && !isLineEnd(i); i++) {
            if (text.charAt(i) == quote.sign() && quote.closesAfter(backslashes) && !goesOn(quote, i + 1)) {
                return i - quote.backslashes();
            }
            backslashes = text.charAt(i) == '\\' ? backslashes + 1 : 0;
        }
        return line(from, (char) 0);
    }

    private boolean goesOn(Quote quote, int next) {
        return next < text.length()
                && (Character.isLetterOrDigit(text.charAt(next)) || text.charAt(next) == quote.sign());
    }

    /** Behind the list or object that begins at {@code from}, and {@code from} if there is none; all the rest if it is not closed. */
    int afterBrackets(int from) {
        if (from == text.length() || step(text.charAt(from)) < 1) {
            return from;
        }
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            depth += step(text.charAt(at));
            at++;
            if (depth == 0) {
                return at;
            }
            at = afterQuotes(at);
        }
        return text.length();
    }

    /** Behind the text in double quotes at {@code from}, and {@code from} if there is none. */
    private int afterQuotes(int from) {
        boolean isEscaped = text.charAt(from - 1) == '\\';
        Quote quote = isEscaped ? null : Quote.at(text, from);
        return quote == null || quote.sign() != '"' ? from : closing(quote, quote.end()) + quote.backslashes() + 1;
    }

    private static int step(char c) {
        return switch (c) {
            case '[', '{' -> 1;
            case ']', '}' -> -1;
            default -> 0;
        };
    }

    /** Where a bare JSON value ends. */
    int json(int from) {
        return find(JSON_END, from, text.length());
    }

    /** Where a value ends that holds no white space. */
    int word(int from) {
        return find(WORD_END, from, text.length());
    }

    /** Where a property ends, which may hold white space. */
    int property(int from, char quote) {
        return find(NEXT_PARAMETER, from, line(from, quote));
    }

    /**
     * Behind the lines from {@code from} on that are indented deeper than the line that {@code name} stands in, and {@code from} if there are
     * none; empty lines belong to what follows them, and the items of a list need not be indented.
     */
    int block(int name, int from, boolean isList) {
        int outer = indentation(lineStart(name), true);
        int end = from;
        int next = from;
        while (next < text.length()) {
            int lineEnd = line(next, (char) 0);
            int inner = indentation(next, false);
            boolean isEmpty = next + inner == lineEnd;
            boolean isItem = isList && inner == outer && text.startsWith("- ", next + inner);
            if (!isEmpty && inner <= outer && !isItem) {
                return end;
            }
            end = isEmpty ? end : lineEnd;
            next = lineEnd + 1;
        }
        return end;
    }

    /** How many blanks a line begins with, where the sign of an item of a list counts as one if asked for. */
    private int indentation(int lineStart, boolean withDashes) {
        int at = lineStart;
        while (at < text.length() && (isBlank(at) || (withDashes && text.charAt(at) == '-'))) {
            at++;
        }
        return at - lineStart;
    }

    private boolean isBlank(int at) {
        return text.charAt(at) == ' ' || text.charAt(at) == '\t';
    }

    private int lineStart(int within) {
        int start = within;
        while (start > 0 && !isLineEnd(start - 1)) {
            start--;
        }
        return start;
    }

    /** Where the line ends, or before that {@code quote} if it is not 0. */
    int line(int from, char quote) {
        int end = from;
        while (end < text.length() && !isLineEnd(end) && (quote == 0 || text.charAt(end) != quote)) {
            end++;
        }
        return end;
    }

    private boolean isLineEnd(int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private int find(Pattern pattern, int from, int end) {
        Matcher found = pattern.matcher(text).region(from, end).useTransparentBounds(true);
        return found.find() ? found.start() : end;
    }
}
