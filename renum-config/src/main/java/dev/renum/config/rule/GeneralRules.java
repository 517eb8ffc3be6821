package dev.renum.config.rule;

import dev.renum.config.bind.Binding;
import dev.renum.config.bind.ProblemLog;
import dev.renum.core.Environment;

/**
 * Runs the rules that hold for the keys of every host, told by names, forms of values and places.
 *
 * <p>They would rather be silent than wrong: a rule speaks only where the name or the form leaves little doubt. What a rule of a section has found at a
 * key is not found again.
 */
public final class GeneralRules {
    private GeneralRules() {}

    /** Judges every usable setting of {@code binding} and the files that it came from; what is found is noted in {@code problems}. */
    public static void check(Binding binding, Environment environment, ProblemLog problems) {
        Judgement judgement = new Judgement(binding, environment, problems);
        SecretRules.check(judgement);
        TransportRules.check(judgement);
        TrustRules.check(judgement);
        OldTlsRules.check(judgement);
        ExposureRules.check(judgement);
        ProductionRules.check(judgement);
        AvailabilityRules.check(judgement);
        RecoveryRules.check(judgement);
        if (!binding.isOffline()) {
            FileRules.check(judgement, binding.sources());
        }
    }
}
