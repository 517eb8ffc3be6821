package dev.renum.health.dependency;

import dev.renum.core.Finding;
import dev.renum.core.Severity;
import java.util.List;

/** What came out of a validation. */
public enum ValidationStatus {
    /** Nothing was looked at, because health or the validation is switched off. */
    DISABLED,
    /** Everything that is required is there and fits. */
    VALID,
    /** It works, and something should be looked after. */
    WARNINGS,
    /** The dependencies have not been looked through yet, so nobody knows. */
    PENDING,
    /** Something that is required is not there, or does not fit. */
    INVALID;

    static ValidationStatus of(List<Finding> findings) {
        Severity worst = Severity.INFO;
        for (Finding finding : findings) {
            worst = worst.compareTo(finding.severity()) >= 0 ? worst : finding.severity();
        }
        return switch (worst) {
            case INFO -> VALID;
            case WARNING -> WARNINGS;
            case ERROR, CRITICAL -> INVALID;
        };
    }
}
