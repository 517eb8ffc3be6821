package dev.renum.config.source;

import dev.renum.config.source.FileContent.Place;
import dev.renum.config.source.FileContent.Written;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * Reads the format of {@link Properties}, with the places of keys and values.
 *
 * <p>Only the borders of logical lines, keys and values are found here; what a line with a backslash means is left to {@code Properties} itself, which
 * allocates 20 kB for it.
 */
final class PropertiesParser implements FileParser {
    @Override
    public void parse(String text, FileContent content) {
        int zero = text.indexOf('\0'); // every second character of what was saved as UTF-16
        if (zero >= 0) {
            int line = (int) text.chars().limit(zero).filter(c -> c == '\n').count() + 1;
            content.malformed(new Place(line, 1), "has a NUL character", "save the file as UTF-8");
            return;
        }
        for (LogicalLine line : logicalLines(text)) {
            if (line.text().indexOf('\\') < 0) {
                content.value(line.key(), line.value(), line.written());
            } else {
                readEscaped(line, content);
            }
        }
    }

    private static void readEscaped(LogicalLine line, FileContent content) {
        Properties single = new Properties();
        try {
            single.load(new StringReader(line.text()));
        } catch (IllegalArgumentException e) {
            content.malformed(
                    new Place(line.number(), 1),
                    "has a malformed \\u escape: four hexadecimal digits must follow",
                    "write the character itself, files are read as UTF-8");
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        for (String key : single.stringPropertyNames()) {
            content.value(key, single.getProperty(key), line.written());
        }
    }

    private static List<LogicalLine> logicalLines(String text) {
        String[] physical = text.split("\r\n|\n|\r", -1);
        List<LogicalLine> lines = new ArrayList<>();
        for (int i = 0; i < physical.length; i++) {
            if (!isBlankOrComment(physical[i])) {
                int first = i;
                while (isContinued(physical[i]) && i + 1 < physical.length) {
                    i++;
                }
                String joined = String.join("\n", Arrays.asList(physical).subList(first, i + 1));
                lines.add(new LogicalLine(first + 1, joined));
            }
        }
        return lines;
    }

    private static boolean isBlankOrComment(String line) {
        String stripped = line.stripLeading();
        return stripped.isEmpty() || stripped.charAt(0) == '#' || stripped.charAt(0) == '!';
    }

    private static boolean isContinued(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** One or more physical lines, parted by {@code \n} behind a backslash. */
    private record LogicalLine(int number, String text) {
        int keyStart() {
            return skipWhitespace(0);
        }

        int keyEnd() {
            int at = keyStart();
            while (at < text.length() && !isSeparator(text.charAt(at)) && !isWhitespace(text.charAt(at))) {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            return Math.min(at, text.length());
        }

        int valueStart() {
            int at = skipWhitespace(keyEnd());
            return at < text.length() && isSeparator(text.charAt(at)) ? skipWhitespace(at + 1) : at;
        }

        /** The key as it stands there. */
        String key() {
            return text.substring(keyStart(), keyEnd());
        }

        /** The value as it stands there. */
        String value() {
            return text.substring(valueStart());
        }

        Written written() {
            String head = text.substring(keyStart(), valueStart());
            String onLine = head.substring(head.lastIndexOf('\n') + 1).stripLeading();
            return new Written(place(keyStart()), place(valueStart()), onLine);
        }

        Place place(int offset) {
            int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
            int newlines = (int)
                    text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
            return new Place(number + newlines, offset - lineStart + 1);
        }

        private int skipWhitespace(int from) {
            int at = from;
            while (at < text.length() && (isWhitespace(text.charAt(at)) || text.startsWith("\\\n", at))) {
                at++;
            }
            return at;
        }

        private static boolean isWhitespace(char c) {
            return c == ' ' || c == '\t' || c == '\f' || c == '\n';
        }

        private static boolean isSeparator(char c) {
            return c == '=' || c == ':';
        }
    }
}
