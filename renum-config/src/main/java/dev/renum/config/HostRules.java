package dev.renum.config;

import dev.renum.config.bind.Binding;
import dev.renum.config.bind.ProblemLog;
import dev.renum.config.bind.VmErrors;
import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Failures;
import dev.renum.core.Finding;
import dev.renum.core.Masking;
import java.util.List;

/** Runs the rules of the host. */
final class HostRules {
    private HostRules() {}

    /**
     * Lets {@code rules} judge {@code config}; what they find, and that one fails, is noted in {@code problems}, unless it is about a value that only stands in
     * for another.
     */
    static void check(List<ConfigRule> rules, EnvironmentConfig config, Binding binding, ProblemLog problems) {
        rules.forEach(rule -> check(rule, config, binding, problems));
    }

    private static void check(ConfigRule rule, EnvironmentConfig config, Binding binding, ProblemLog problems) {
        Origin declaration = Origin.code(rule.getClass());
        List<String> awaited = binding.awaitedUnder("");
        List<String> secrets = binding.secretsUnder("");
        try {
            rule.check(config).stream()
                    .filter(finding -> !awaited.contains(finding.subject()))
                    .forEach(finding -> problems.rule(declaration, finding, secrets));
        } catch (Throwable e) { // whatever it throws says that the rule is broken, and may quote a secret
            VmErrors.letPass(e);
            if (awaited.isEmpty()) {
                problems.add(failed(declaration, Masking.mask("failed: " + Failures.text(e), secrets)));
            }
        }
    }

    private static Problem failed(Origin declaration, String message) {
        Finding finding = Finding.of(ConfigCode.RULE_FAILED, declaration.source(), message, "mend the rule");
        return Problem.of(finding, "", declaration);
    }
}
