package dev.renum.config;

import dev.renum.config.report.RuleCode;
import java.util.Arrays;
import java.util.List;

/**
 * What a rule says, or does not say, of a configuration.
 *
 * @param code the rule
 * @param key where it speaks, empty if it is silent
 * @param lines the configuration, in the format of properties
 */
record RuleCase(RuleCode code, String key, List<String> lines) {
    /** The rule speaks at {@code key}, which is the first in {@code lines}. */
    static RuleCase speaks(RuleCode code, String... lines) {
        return new RuleCase(code, lines[0].substring(0, lines[0].indexOf('=')), Arrays.asList(lines));
    }

    static RuleCase silent(RuleCode code, String... lines) {
        return new RuleCase(code, "", Arrays.asList(lines));
    }

    boolean speaks() {
        return !key.isEmpty();
    }

    @Override
    public String toString() {
        return code.id() + (speaks() ? " speaks of " : " is silent about ") + lines;
    }
}
