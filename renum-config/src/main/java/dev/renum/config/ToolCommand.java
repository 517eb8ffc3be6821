package dev.renum.config;

import java.util.ArrayList;
import java.util.List;

/** What {@link ConfigTool} can be asked for. */
sealed interface ToolCommand {
    /**
     * Reports every problem.
     *
     * @param environments the names of environments, or {@code all}; empty for the one of this process
     * @param isJson whether the reports are JSON
     */
    record Check(List<String> environments, boolean isJson) implements ToolCommand {}

    /** Explains one setting. */
    record Explain(String key) implements ToolCommand {}

    /** Compares two environments by name. */
    record Diff(String left, String right) implements ToolCommand {}

    /** Lists all settings. */
    record Reference() implements ToolCommand {}

    /** The arguments make no command; the message says why. */
    final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /**
     * The command that {@code arguments} write.
     *
     * @throws UsageException if they write none
     */
    static ToolCommand parse(List<String> arguments) throws UsageException {
        if (arguments.isEmpty()) {
            throw new UsageException("a command is missing");
        }
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (arguments.get(0)) {
            case "check" -> check(rest);
            case "explain" ->
                new Explain(exactly(1, "explain needs one key", rest).get(0));
            case "diff" -> {
                List<String> names = exactly(2, "diff needs two environments", rest);
                yield new Diff(names.get(0), names.get(1));
            }
            case "reference" -> {
                exactly(0, "reference takes no arguments", rest);
                yield new Reference();
            }
            default -> throw new UsageException("'" + arguments.get(0) + "' is not a command");
        };
    }

    private static List<String> exactly(int count, String otherwise, List<String> arguments) throws UsageException {
        if (arguments.size() != count) {
            throw new UsageException(otherwise);
        }
        return arguments;
    }

    private static Check check(List<String> arguments) throws UsageException {
        List<String> environments = new ArrayList<>();
        boolean isJson = false;
        int at = 0;
        while (at < arguments.size()) {
            String option = arguments.get(at);
            List<String> values = values(arguments, at + 1);
            switch (option) {
                case "--env" -> environments.addAll(someOf(values));
                case "--format" -> isJson = isJson(values);
                default -> throw new UsageException("'" + option + "' is not an option of check");
            }
            at += 1 + values.size();
        }
        return new Check(environments, isJson);
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

    private static boolean isJson(List<String> values) throws UsageException {
        if (values.equals(List.of("json"))) {
            return true;
        }
        if (values.equals(List.of("text"))) {
            return false;
        }
        throw new UsageException("--format needs text or json");
    }
}
