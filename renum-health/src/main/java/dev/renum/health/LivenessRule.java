package dev.renum.health;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.Probe;
import java.util.Collection;

/** Liveness takes only checks of this process: another one's failure would restart healthy processes, and cure nothing. */
final class LivenessRule {
    private LivenessRule() {}

    /**
     * Refuses a check that leaves this process and decides about restarts.
     *
     * @throws IllegalArgumentException if there is one among {@code specs}
     */
    static void enforce(Collection<CheckSpec> specs) {
        specs.stream()
                .filter(spec -> spec.probe() == Probe.LIVENESS && spec.check().leavesProcess())
                .forEach(LivenessRule::refuse);
    }

    private static void refuse(CheckSpec spec) {
        throw new IllegalArgumentException(
                HealthCode.LIVENESS_LEAVES_PROCESS.id() + " check '" + spec.name()
                        + "' asks something outside of this process, which a restart does not cure: use the probe READINESS, not LIVENESS");
    }
}
