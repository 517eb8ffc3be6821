package dev.renum.config.source;

import dev.renum.config.source.FileContent.Place;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What the YAML engine objects to, in words for who wrote the file.
 *
 * <p>The engine quotes what it does not understand, which may be the beginning of a password; so none of its words are shown.
 */
record YamlFault(Place place, String message, String cure) {
    private static final String IN_QUOTES = "put the value in quotes";
    private static final String SIGN = "has a value that begins with '!', '&' or '*'";

    /** The first that fits counts. */
    private static final List<Known> KNOWN = List.of(
            new Known(
                    "escape",
                    At.PROBLEM,
                    "has a backslash in double quotes that begins no escape",
                    "double it, or put the value in single quotes"),
            new Known(
                    "quoted scalar",
                    At.BEGINNING,
                    "has a quote that is not closed",
                    "close the quote that begins here"),
            new Known(
                    "expected ':'",
                    At.BEGINNING,
                    "has a line that is no 'key: value'",
                    "write a space behind the ':', and indent the lines of a text more than its key"),
            new Known("TAB", At.TAB, "has a tab where only spaces may indent", "replace it by spaces"),
            new Known(
                    "that cannot start any token",
                    At.PROBLEM,
                    "has a value that begins with '@', '`' or '%'",
                    IN_QUOTES),
            new Known(
                    "mapping values are not allowed",
                    At.PROBLEM,
                    "has a ':' where none may stand",
                    "indent the keys of a group alike, write a space behind each ':', and put a text with ': ' in quotes"),
            new Known(
                    "sequence entries are not allowed",
                    At.PROBLEM,
                    "has a '-' where no list may begin",
                    "write each element in a line of its own below the key"),
            new Known(
                    "expected ',' or ']'",
                    At.PROBLEM,
                    "has a list in [ ] that lacks a comma or its end before this place",
                    "close it, and put a text with one of , [ ] { } in quotes"),
            new Known(
                    "expected ',' or '}'",
                    At.PROBLEM,
                    "has a group in { } that lacks a comma or its end before this place",
                    "close it, and put a text with one of , [ ] { } in quotes"),
            new Known(
                    "expected <block end>",
                    At.PROBLEM,
                    "is indented unlike the lines before, or goes on behind a closed quote",
                    "indent the keys of a group alike, and put a value that has quotes in other quotes"),
            new Known(
                    "another document",
                    At.PROBLEM,
                    "has a second document",
                    "keep one: what is for one environment belongs into a file of its own, such as application-dev.yaml"),
            new Known(
                    "undefined alias",
                    At.PROBLEM,
                    "has a value that begins with '*', as an alias of something that is not there",
                    "put the value in quotes, or write its anchor before it"),
            new Known(
                    "while scanning a block scalar",
                    At.PROBLEM,
                    "has a text of several lines that does not begin as one",
                    "write nothing behind '|' or '>', and indent all lines of the text alike"),
            new Known("tag", At.PROBLEM, SIGN, IN_QUOTES),
            new Known("anchor", At.PROBLEM, SIGN, IN_QUOTES),
            new Known("alias", At.PROBLEM, SIGN, IN_QUOTES),
            new Known("parsing a node", At.PROBLEM, SIGN, IN_QUOTES),
            new Known("alphabetic", At.PROBLEM, SIGN, IN_QUOTES),
            new Known("", At.PROBLEM, "is not valid YAML", "check indentation, colons and quotes here"));

    /** Which place to show. */
    private enum At {
        /** Where the engine could not go on. */
        PROBLEM,
        /** Where that begins in which it could not. */
        BEGINNING,
        /** Where the tab stands, which the engine has read over. */
        TAB
    }

    /** What is wrong if the words of the engine contain {@code words}. */
    private record Known(String words, At at, String message, String cure) {}

    static YamlFault of(MarkedYamlEngineException e, String text) {
        String words = Objects.toString(e.getContext(), "") + Objects.toString(e.getProblem(), "");
        Known known = KNOWN.stream()
                .filter(it -> words.contains(it.words))
                .findFirst()
                .orElseThrow();
        Place problem = place(e.getProblemMark());
        Place place = switch (known.at) {
            case PROBLEM -> problem;
            case BEGINNING -> place(e.getContextMark().or(e::getProblemMark));
            case TAB -> tab(text, problem);
        };
        return new YamlFault(place, known.message, known.cure);
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
