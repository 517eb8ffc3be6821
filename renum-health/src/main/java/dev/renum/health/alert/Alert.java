package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Severity;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alert as it stands. Immutable.
 *
 * @param id names it as long as its rule exists: the rule, and in braces the labels if there are any, as {@code disk-full{mount=/data}}
 * @param rule the name of its rule
 * @param labels what tells it from other alerts of the rule, such as the tags of the series or the check; unmodifiable
 * @param severity how much it matters
 * @param state how far it has come
 * @param since since when it is in that state
 * @param value the figure that was last compared; {@link Double#NaN} where there is none
 * @param summary one line that says what is the matter, with the figure and its limit; contains no secret
 * @param symptomOf the failed check that explains it, or {@code null} if nothing does; a symptom is shown and never notified alone
 * @param acknowledgement who has taken it up, or {@code null}
 * @param silence the id of the silence that keeps it from being notified, or {@code null}
 */
public record Alert(
        String id,
        String rule,
        Map<String, String> labels,
        Severity severity,
        AlertState state,
        Instant since,
        double value,
        String summary,
        @Nullable String symptomOf,
        @Nullable Acknowledgement acknowledgement,
        @Nullable String silence) {
    /** Copies {@code labels}. */
    public Alert {
        requireNonNull(id, "id");
        requireNonNull(rule, "rule");
        requireNonNull(severity, "severity");
        requireNonNull(state, "state");
        requireNonNull(since, "since");
        requireNonNull(summary, "summary");
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
}
