package dev.renum.health.check;

import dev.renum.core.Masking;
import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthCode;

/** Ends a run of a check that has found out why it is down. Secrets in the message are masked. */
final class ProbeFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final HealthCode code;

    ProbeFailure(HealthCode code, String message) {
        super(Masking.mask(message), null, false, false);
        this.code = code;
    }

    HealthResult result() {
        return HealthResult.down(code.id(), String.valueOf(getMessage()));
    }
}
