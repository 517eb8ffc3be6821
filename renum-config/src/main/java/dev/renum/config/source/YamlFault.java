package dev.renum.config.source;

import dev.renum.config.source.FileContent.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What the YAML engine objects to, in words for who wrote the file.
 *
 * <p>The engine quotes what it does not understand, which may be the beginning of a password; so none of its words are shown.
 */
record YamlFault(Place place, String message, String cure) {
    private static final List<Known> ALL = List.of(
            new Known("TAB", "has a tab where only spaces may indent", "replace it by spaces"),
            new Known(
                    "that cannot start any token",
                    "has a value that begins with '@', '`' or '%'",
                    "put the value in quotes"),
            new Known(
                    "mapping values are not allowed",
                    "has a ':' where none may stand",
                    "indent the keys of a group alike, write a space behind each ':', and put a text with ': ' in quotes"),
            new Known(
                    "sequence entries are not allowed",
                    "has a '-' where no list may begin",
                    "write each element in a line of its own below the key"),
            new Known(
                    "expected ',' or ']'",
                    "has a list in [ ] that lacks a comma or its end before this place",
                    "close it, and put a text with one of , [ ] { } in quotes"),
            new Known(
                    "expected ',' or '}'",
                    "has a group in { } that lacks a comma or its end before this place",
                    "close it, and put a text with one of , [ ] { } in quotes"),
            new Known(
                    "expected <block end>",
                    "is indented unlike the lines before, or goes on behind a closed quote",
                    "indent the keys of a group alike, and put a value that has quotes in other quotes"),
            new Known(
                    "another document",
                    "has a second document",
                    "keep one: what is for one environment belongs into a file of its own, such as application-dev.yaml"),
            new Known(
                    "undefined alias",
                    "has a value that begins with '*', as an alias of something that is not there",
                    "put the value in quotes, or write its anchor before it"),
            new Known(
                    "escape",
                    "has a backslash in double quotes that begins no escape",
                    "double it, or put the value in single quotes"),
            new Known(
                    "while scanning a block scalar",
                    "has a text of several lines that does not begin as one",
                    "write nothing behind '|' or '>', and indent all lines of the text alike"));
    private static final List<Known> AT_BEGINNING = List.of(
            new Known("quoted scalar", "has a quote that is not closed", "close the quote that begins here"),
            new Known(
                    "expected ':'",
                    "has a line that is no 'key: value'",
                    "write a space behind the ':', and indent the lines of a text more than its key"));
    private static final List<String> SIGNS = List.of("tag", "anchor", "alias", "parsing a node", "alphabetic");

    /** What is wrong if the words of the engine contain {@code words}. */
    private record Known(String words, String message, String cure) {
        YamlFault at(Place place) {
            return new YamlFault(place, message, cure);
        }
    }

    static YamlFault of(MarkedYamlEngineException e, String text) {
        String words = Stream.of(e.getContext(), e.getProblem())
                .filter(Objects::nonNull)
                .reduce("", String::concat);
        Place place = place(e.getProblemMark());
        return Stream.concat(
                        find(AT_BEGINNING, words)
                                .filter(it -> !words.contains("escape"))
                                .map(it -> it.at(place(e.getContextMark().or(e::getProblemMark)))),
                        find(ALL, words).map(it -> it.at(words.contains("TAB") ? tab(text, place) : place)))
                .findFirst()
                .orElseGet(() -> other(words, place));
    }

    private static Stream<Known> find(List<Known> known, String words) {
        return known.stream().filter(it -> words.contains(it.words));
    }

    private static YamlFault other(String words, Place place) {
        return SIGNS.stream().anyMatch(words::contains)
                ? new YamlFault(place, "has a value that begins with '!', '&' or '*'", "put the value in quotes")
                : new YamlFault(place, "is not valid YAML", "check indentation, colons and quotes here");
    }

    /** The engine's place is behind what follows the tab. */
    private static Place tab(String text, Place behind) {
        String line = text.lines().skip(behind.line() - 1L).findFirst().orElse("");
        int column = line.indexOf('\t');
        return column < 0 ? behind : new Place(behind.line(), line.codePointCount(0, column) + 1);
    }

    /** A character that no YAML file may have. */
    static YamlFault unprintable(String text, int index) {
        String before = text.substring(0, Math.min(index, text.length()));
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        Place place = new Place(line, before.codePointCount(lineStart, before.length()) + 1);
        return new YamlFault(place, "has a control character", "remove it, or write it as an escape in double quotes");
    }

    private static Place place(Optional<Mark> mark) {
        return mark.map(it -> new Place(it.getLine() + 1, it.getColumn() + 1)).orElse(new Place(1, 1));
    }
}
