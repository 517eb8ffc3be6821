package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Finding;
import dev.renum.core.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a configuration, and where.
 *
 * @param finding code, severity, message and cure; contains no secret
 * @param key the key it is about, or empty if it is about a whole source
 * @param origin where the value or key stands; for a missing value, where it belongs
 * @param rule where the rule that rejects it is declared, or {@code null} if the format of the source does
 * @param shadowed the weaker sources that have the key too, strongest first
 * @param suggestions what was probably meant, best first
 */
public record Problem(
        Finding finding,
        String key,
        Origin origin,
        @Nullable Origin rule,
        List<Origin> shadowed,
        List<String> suggestions) {
    /** Copies the lists. */
    public Problem {
        requireNonNull(finding, "finding");
        requireNonNull(key, "key");
        requireNonNull(origin, "origin");
        shadowed = List.copyOf(shadowed);
        suggestions = List.copyOf(suggestions);
    }

    /** A problem without more than its place: no rule, nothing shadowed, nothing to suggest. */
    public static Problem of(Finding finding, String key, Origin origin) {
        return new Problem(finding, key, origin, null, List.of(), List.of());
    }

    /** Whether a start with it must not go on. */
    public boolean isError() {
        return finding.severity().compareTo(Severity.ERROR) >= 0;
    }
}
