package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Finding;
import dev.renum.core.FindingCode;
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
 * @param excerpt what stands at the place, or {@code null} if there is nothing that may be shown
 */
public record Problem(
        Finding finding,
        String key,
        Origin origin,
        @Nullable Origin rule,
        List<Origin> shadowed,
        List<String> suggestions,
        @Nullable Excerpt excerpt) {
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
        return new Problem(finding, key, origin, null, List.of(), List.of(), null);
    }

    /** The same problem, of which the rule declared at {@code rule} tells. */
    public Problem rejectedBy(Origin rule) {
        return new Problem(finding, key, origin, rule, shadowed, suggestions, excerpt);
    }

    /** The same problem with {@code excerpt} of its place. */
    public Problem withExcerpt(Excerpt excerpt) {
        return new Problem(finding, key, origin, rule, shadowed, suggestions, excerpt);
    }

    /** Whether it is of the sort {@code code}. */
    public boolean is(FindingCode code) {
        return finding.code().equals(code.id());
    }

    /** Whether it is doubtful, and stops nothing. */
    public boolean isWarning() {
        return finding.severity() == Severity.WARNING;
    }

    /** Whether a start with it must not go on. */
    public boolean isError() {
        return finding.severity().compareTo(Severity.ERROR) >= 0;
    }
}
