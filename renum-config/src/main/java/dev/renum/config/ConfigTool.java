package dev.renum.config;

import java.io.PrintStream;

/**
 * The configuration at a console, for the host's own {@code main}.
 *
 * <pre>{@code
 * public static void main(String[] arguments) {
 *     System.exit(ConfigTool.run(Backend.configuration(), arguments));
 * }
 * }</pre>
 *
 * <p>Commands:
 * <ul>
 * <li>{@code check [--env all | --env NAME…] [--format text|json]} reports every problem. Without {@code --env} it reads what this process would
 *     read at its start; with it, what the files say about each environment named, without the variables, properties and secrets of this process. JSON
 *     is an array with one {@link dev.renum.config.report.ConfigReport#toJson() report} for each environment; if there is none to report on, because
 *     an environment is not known or the arguments are wrong, it has one report that says so
 * <li>{@code explain KEY} says where the value of a setting comes from, what it hides and what is allowed; of a list, a map, a group or a section,
 *     that of each setting in it
 * <li>{@code diff ENV ENV} lists what the files set differently in two environments
 * <li>{@code reference} writes a Markdown reference of all settings
 * <li>{@code help}, or {@code --help} or {@code -h} with any command, says all this in short
 * </ul>
 *
 * <p>It starts nothing and changes nothing. No output has a secret.
 */
public final class ConfigTool {
    private ConfigTool() {}

    /**
     * Runs the command in {@code arguments}. The result goes to {@code System.out}, and nothing else does; what is wrong with the arguments goes to
     * {@code System.err}, unless they ask for JSON.
     *
     * @param builder the configuration as the host would build it
     * @return the exit code: 0 if nothing is wrong, 1 if the configuration has errors, 2 if the arguments make no command, as none at all do. Of
     *     {@code explain}, 1 only if an error is in what was asked for; how many problems there are elsewhere is a line on {@code System.err}
     */
    public static int run(EnvironmentConfigManager.Builder builder, String... arguments) {
        return run(builder, System.out, System.err, arguments);
    }

    static int run(EnvironmentConfigManager.Builder builder, PrintStream out, PrintStream err, String... arguments) {
        try {
            return new ToolRun(builder.checks(), out, err).run(new ToolArguments(arguments));
        } finally {
            out.flush();
        }
    }
}
