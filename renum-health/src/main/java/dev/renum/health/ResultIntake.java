package dev.renum.health;

import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs a check and makes a result of whatever it does.
 *
 * <p>Text is cut to 2,000 characters and details to 64 of 1,000 characters each, since they end in every snapshot; user-info of URLs and
 * password parameters are masked, since drivers like to put them into messages.
 */
final class ResultIntake {
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_DETAILS = 64;
    private static final int MAX_DETAIL = 1_000;
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]{1,500}@");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(?<=\\b(?:password|passwd|pwd|token|secret|apikey|api_key)=)[^&;,\\s]{1,500}");

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
        String message = t.getMessage() == null
                ? t.getClass().getSimpleName()
                : t.getClass().getSimpleName() + ": " + t.getMessage();
        return HealthResult.down(HealthCode.CHECK_FAILED.id(), cut(masked(message), MAX_TEXT));
    }

    private static HealthResult bounded(HealthResult result) {
        Map<String, String> details = new LinkedHashMap<>();
        result.details().entrySet().stream()
                .limit(MAX_DETAILS)
                .forEach(detail ->
                        details.put(cut(detail.getKey(), MAX_DETAIL), masked(cut(detail.getValue(), MAX_DETAIL))));
        String message = result.message() == null ? null : masked(cut(result.message(), MAX_TEXT));
        return new HealthResult(result.status(), result.code(), message, details, result.version());
    }

    private static String masked(String text) {
        return PARAMETER.matcher(USER_INFO.matcher(text).replaceAll("****@")).replaceAll("****");
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "…";
    }
}
