package dev.renum.config.bind;

import dev.renum.config.bind.Defaults.Optimization;
import dev.renum.config.report.OptimizationReport.Line;
import dev.renum.config.report.OptimizationReport.Status;
import dev.renum.config.report.Shown;
import dev.renum.core.settings.Default;

/** Says what came of one default that depends on the environment or on the machine. */
final class OptimizationLine {
    private OptimizationLine() {}

    static Line of(Declared declared, BoundSetting bound, Optimization optimization) {
        String plain = declared.setting().plainDefault().map(Default::value).orElse("");
        return new Line(
                declared.key(),
                module(Binder.prefix(declared.section())),
                shown(declared.setting(), optimization.text()),
                shown(declared.setting(), plain),
                optimization.because(),
                status(bound, optimization.text().equals(plain)),
                bound.isDefault() ? null : bound.origin());
    }

    /** Both are defaults, whatever a source sets. */
    private static String shown(Setting setting, String text) {
        return Shown.value(text, Description.isSecret(setting, text));
    }

    private static Status status(BoundSetting bound, boolean isPlain) {
        if (!bound.isDefault()) {
            return Status.OVERRIDDEN;
        }
        return isPlain ? Status.UNCHANGED : Status.APPLIED;
    }

    private static String module(String prefix) {
        String[] parts = prefix.split("\\.", -1);
        return parts[0].equals("renum") && parts.length > 1 ? "renum-" + parts[1] : prefix;
    }
}
