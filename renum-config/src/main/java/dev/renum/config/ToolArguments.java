package dev.renum.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What stands behind the name of a program that calls {@link ConfigTool}. */
final class ToolArguments {
    static final String USAGE = """
            usage: check [--env all | --env NAME...] [--format text|json]  report every problem
                   explain KEY     say where a value, or each one of a group, comes from
                   diff ENV ENV    list what files set differently in two environments
                   reference       write a reference of all settings in Markdown
                   help            print this
            exit code: 0 nothing is wrong, 1 the configuration has errors, 2 the arguments make no command
            """;

    private static final String ENVIRONMENT = "--env";
    private static final String FORMAT = "--format";
    private static final String JSON = "json";
    private static final String TEXT = "text";

    private final List<String> all;

    ToolArguments(String... all) {
        this.all = List.of(all);
    }

    /** Whether JSON is wanted, even if they make no command; what comes last counts. */
    boolean askForJson() {
        int json = Collections.lastIndexOfSubList(all, List.of(FORMAT, JSON));
        return json > Collections.lastIndexOfSubList(all, List.of(FORMAT, TEXT));
    }

    /**
     * The command that they write.
     *
     * @throws UsageException if they write none
     */
    ToolCommand command() throws UsageException {
        if (all.isEmpty()) {
            throw new UsageException("a command is missing");
        }
        if (all.contains("--help") || all.contains("-h")) {
            return new ToolCommand.Help();
        }
        return command(all.get(0), all.subList(1, all.size()));
    }

    private static ToolCommand command(String name, List<String> rest) throws UsageException {
        return switch (name) {
            case "check" -> check(rest);
            case "explain" -> explain(rest);
            case "diff" -> {
                List<String> names = exactly(2, "diff needs two environments", rest);
                yield new ToolCommand.Diff(names.get(0), names.get(1));
            }
            case "reference" -> {
                exactly(0, "reference takes no arguments", rest);
                yield new ToolCommand.Reference();
            }
            case "help" -> new ToolCommand.Help();
            default -> throw new UsageException("'" + name + "' is not a command");
        };
    }

    private static ToolCommand explain(List<String> rest) throws UsageException {
        String otherwise = rest.contains(ENVIRONMENT)
                ? "explain has no --env: it is about this process, whose environment RENUM_ENVIRONMENT names"
                : "explain needs one key";
        return new ToolCommand.Explain(exactly(1, otherwise, rest).get(0));
    }

    private static List<String> exactly(int count, String otherwise, List<String> arguments) throws UsageException {
        if (arguments.size() != count) {
            throw new UsageException(otherwise);
        }
        return arguments;
    }

    private static ToolCommand check(List<String> arguments) throws UsageException {
        List<String> environments = new ArrayList<>();
        int at = 0;
        while (at < arguments.size()) {
            String option = arguments.get(at);
            List<String> values = values(arguments, at + 1);
            switch (option) {
                case ENVIRONMENT -> environments.addAll(someOf(values));
                case FORMAT -> checkFormat(values);
                default -> throw new UsageException("'" + option + "' is not an option of check");
            }
            at += 1 + values.size();
        }
        return new ToolCommand.Check(environments);
    }

    /** The arguments from {@code start} on up to the next option. */
    private static List<String> values(List<String> arguments, int start) {
        return arguments.stream()
                .skip(start)
                .takeWhile(argument -> !argument.startsWith("--"))
                .toList();
    }

    private static List<String> someOf(List<String> names) throws UsageException {
        if (names.isEmpty()) {
            throw new UsageException("--env needs the name of an environment, or all");
        }
        return names;
    }

    private static void checkFormat(List<String> values) throws UsageException {
        if (!values.equals(List.of(JSON)) && !values.equals(List.of(TEXT))) {
            throw new UsageException("--format needs text or json");
        }
    }
}
