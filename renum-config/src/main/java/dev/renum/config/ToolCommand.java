package dev.renum.config;

import java.util.List;

/** What {@link ConfigTool} can be asked for. */
sealed interface ToolCommand {
    /**
     * Reports every problem.
     *
     * @param environments the names of environments, or {@code all}; empty for the one of this process
     */
    record Check(List<String> environments) implements ToolCommand {}

    /** Explains one setting, or all of a group. */
    record Explain(String key) implements ToolCommand {}

    /** Compares two environments by name. */
    record Diff(String left, String right) implements ToolCommand {}

    /** Lists all settings. */
    record Reference() implements ToolCommand {}

    /** Says how the tool is used. */
    record Help() implements ToolCommand {}
}
