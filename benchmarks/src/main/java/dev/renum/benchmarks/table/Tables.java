package dev.renum.benchmarks.table;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The program that prints the results of JMH, written by {@code -rf json}, as tables in Markdown. */
final class Tables {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Tables() {}

    /**
     * Prints the tables to standard output.
     *
     * @param arguments the file of results
     */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: Tables <file of results>");
        }
        print(Path.of(arguments[0]), System.out, System.err);
    }

    static void print(Path results, PrintStream out, PrintStream err) {
        List<Score> scores = JSON.readTree(results).valueStream().map(Score::of).toList();
        List<Table> tables = Page.tables();
        tables.forEach(table -> table.lines(scores).forEach(out::println));
        scores.stream()
                .filter(score -> tables.stream().noneMatch(table -> table.has(score)))
                .forEach(score -> err.println(score.name() + " belongs to no table"));
    }
}
