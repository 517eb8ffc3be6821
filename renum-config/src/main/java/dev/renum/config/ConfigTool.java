package dev.renum.config;

import dev.renum.config.ToolCommand.UsageException;
import java.io.PrintStream;
import java.util.List;

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
 *     is an array with one {@link dev.renum.config.report.ConfigReport#toJson() report} for each environment
 * <li>{@code explain KEY} says where the value of a setting comes from, what it hides and what is allowed
 * <li>{@code diff ENV ENV} lists what the files set differently in two environments
 * <li>{@code reference} writes a Markdown reference of all settings
 * </ul>
 *
 * <p>It starts nothing and changes nothing. No output has a secret.
 */
public final class ConfigTool {
    private static final int USAGE = 2;
    private static final String HELP = """
            usage: check [--env all | --env NAME...] [--format text|json]
                   explain KEY
                   diff ENV ENV
                   reference""";

    private ConfigTool() {}

    /**
     * Runs the command in {@code arguments}. The result goes to {@code System.out}, and nothing else does; errors go to {@code System.err}.
     *
     * @param builder the configuration as the host would build it
     * @return the exit code: 0 if nothing is wrong, 1 if the configuration has errors, 2 if the arguments make no command
     */
    public static int run(EnvironmentConfigManager.Builder builder, String... arguments) {
        return run(builder, System.out, System.err, arguments);
    }

    static int run(EnvironmentConfigManager.Builder builder, PrintStream out, PrintStream err, String... arguments) {
        try {
            return new ToolRun(builder, out, err).run(ToolCommand.parse(List.of(arguments)));
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.println(HELP);
            return USAGE;
        } finally {
            out.flush();
        }
    }
}
