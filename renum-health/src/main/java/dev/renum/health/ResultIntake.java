package dev.renum.health;

import dev.renum.core.Failures;
import dev.renum.core.Masking;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a check and makes a result of whatever it does.
 *
 * <p>Text is cut to 2,000 characters and details to 64 of 1,000 characters each, since they end in every snapshot; secrets are
 * masked, since drivers like to put them into messages.
 */
final class ResultIntake {
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_DETAILS = 64;
    private static final int MAX_DETAIL = 1_000;
    private static final int MAX_MASKED = 64 * 1024;

    private ResultIntake() {}

    /** The result of {@code check}, whatever it does. */
    static HealthResult resultOf(HealthCheck check) {
        try {
            @Nullable HealthResult result = check.check();
            return result == null
                    ? HealthResult.down(HealthCode.NO_RESULT.id(), "returned null instead of a result")
                    : bounded(result);
        } catch (Throwable t) {
            return failure(t);
        }
    }

    /** The result of a check that threw; also of an error, since a check that cannot be linked must not end a thread of ours. */
    private static HealthResult failure(Throwable t) {
        return HealthResult.down(HealthCode.CHECK_FAILED.id(), safe(Failures.text(t), MAX_TEXT));
    }

    private static HealthResult bounded(HealthResult result) {
        Map<String, String> details = new LinkedHashMap<>();
        result.details().entrySet().stream()
                .limit(MAX_DETAILS)
                .forEach(detail -> details.put(safe(detail.getKey(), MAX_DETAIL), valueOf(detail)));
        return new HealthResult(
                result.status(),
                safeOrNull(result.code(), MAX_DETAIL),
                safeOrNull(result.message(), MAX_TEXT),
                details,
                safeOrNull(result.version(), MAX_DETAIL));
    }

    private static String valueOf(Map.Entry<String, String> detail) {
        return Masking.isSensitive(detail.getKey()) ? Masking.MASK : safe(detail.getValue(), MAX_DETAIL);
    }

    private static @Nullable String safeOrNull(@Nullable String text, int max) {
        return text == null ? null : safe(text, max);
    }

    /**
     * Masks before it cuts: what is left of a secret that was cut would no longer be known as one. But a statement of many megabytes in a message
     * would take longer to mask than a check may take at all, so of that only the beginning is looked at, which goes far beyond the cut.
     */
    private static String safe(String text, int max) {
        return cut(Masking.mask(cut(text, MAX_MASKED)), max);
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end) + "…";
    }
}
