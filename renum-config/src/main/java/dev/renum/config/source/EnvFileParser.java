package dev.renum.config.source;

import dev.renum.config.source.FileContent.Place;
import dev.renum.config.source.FileContent.Written;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code NAME=value} lines as developers know them from {@code .env} files.
 *
 * <p>{@code export} before a name, comments and quotes are understood. In double quotes {@code \n}, {@code \r}, {@code \t}, {@code \"} and
 * {@code \\} are escapes, in single quotes nothing is; both may span lines. Nothing is expanded.
 */
final class EnvFileParser implements FileParser {
    @Override
    public void parse(String text, FileContent content) {
        new Scan(text, content).lines();
    }

    /** One way through one file. */
    private static final class Scan {
        private static final Pattern NAME =
                Pattern.compile("(?:export[ \\t]++)?([A-Za-z_][A-Za-z0-9_.-]*+)[ \\t]*+=[ \\t]*+");
        private static final Pattern END = Pattern.compile("[ \\t]*+(?:#[^\\r\\n]*+)?(?=[\\r\\n]|$)");

        private final String text;
        private final FileContent content;
        private final Matcher matcher;
        private int at;
        private int line = 1;
        private int lineStart;

        Scan(String text, FileContent content) {
            this.text = text;
            this.content = content;
            this.matcher = NAME.matcher(text);
        }

        void lines() {
            for (skipBlank(); at < text.length(); skipBlank()) {
                line(at);
            }
        }

        private void skipBlank() {
            while (at < text.length()
                    && (isBlank(text.charAt(at)) || isLineEnd(text.charAt(at)) || text.charAt(at) == '#')) {
                at = text.charAt(at) == '#' ? endOfLine(at) : at + 1;
            }
        }

        private void line(int start) {
            if (!skip(NAME)) {
                malformed(start, "has a line that is not NAME=value", "write NAME=value, or # before a comment");
                return;
            }
            String name = matcher.group(1);
            Written written = new Written(place(start), place(at), text.substring(start, at));
            String value = value();
            if (value != null) {
                content.value(name, value, written);
            }
        }

        /** The value that begins here; {@code null} if it is malformed, which has been noted. */
        private @Nullable String value() {
            int start = at;
            if (at == text.length() || (text.charAt(at) != '"' && text.charAt(at) != '\'')) {
                return plain();
            }
            String value = quoted(text.charAt(at));
            if (value == null) {
                malformed(start, "has a quote that is not closed", "close it, or put the value into the other quotes");
            } else if (!skip(END)) {
                malformed(at, "has text behind a closing quote", "put the whole value into quotes");
                return null;
            }
            return value;
        }

        private String plain() {
            int start = at;
            at = endOfPlain();
            return text.substring(start, at).stripTrailing();
        }

        private int endOfPlain() {
            for (int i = at; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean isComment = c == '#' && (i == at || isBlank(text.charAt(i - 1)));
                if (isLineEnd(c) || isComment) {
                    return i;
                }
            }
            return text.length();
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }

        private static boolean isLineEnd(char c) {
            return c == '\n' || c == '\r';
        }

        /** The value in quotes; {@code null} if they are not closed. */
        private @Nullable String quoted(char quote) {
            StringBuilder value = new StringBuilder();
            for (int i = at + 1; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == quote) {
                    at = i + 1;
                    return value.toString();
                }
                if (c == '\\' && quote == '"' && i + 1 < text.length()) {
                    value.append(unescaped(text.charAt(++i)));
                } else {
                    value.append(c);
                }
            }
            return null;
        }

        private static String unescaped(char c) {
            return switch (c) {
                case 'n' -> "\n";
                case 'r' -> "\r";
                case 't' -> "\t";
                case '"', '\\' -> String.valueOf(c);
                default -> "\\" + c;
            };
        }

        private boolean skip(Pattern pattern) {
            matcher.usePattern(pattern).region(at, text.length());
            boolean found = matcher.lookingAt();
            at = found ? matcher.end() : at;
            return found;
        }

        /** Never shows the line: it may be a secret. */
        private void malformed(int offset, String message, String cure) {
            content.malformed(place(offset), message, cure);
            at = endOfLine(offset);
        }

        private int endOfLine(int offset) {
            int end = offset;
            while (end < text.length() && !isLineEnd(text.charAt(end))) {
                end++;
            }
            return end;
        }

        /** The place of {@code offset}, which is never before the one asked for last. */
        private Place place(int offset) {
            for (int end = endOfLine(lineStart); end < offset; end = endOfLine(lineStart)) {
                lineStart = end + (text.startsWith("\r\n", end) ? 2 : 1);
                line++;
            }
            return new Place(line, offset - lineStart + 1);
        }
    }
}
