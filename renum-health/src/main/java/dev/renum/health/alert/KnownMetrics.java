package dev.renum.health.alert;

import dev.renum.health.HealthCode;
import dev.renum.health.text.NearestName;
import dev.renum.health.text.Texts;
import java.util.Set;

/** Refuses rules over figures that nobody measures: such a rule would be silent for ever. */
final class KnownMetrics {
    private KnownMetrics() {}

    static void require(AlertRule rule, Set<String> known) {
        String metric = rule.condition().metric();
        if (metric == null || rule.isExpectedLater() || known.contains(metric)) {
            return;
        }
        String meant = NearestName.to(metric, known)
                .map(nearest -> "did you mean '" + nearest + "'? ")
                .orElse("");
        throw new IllegalArgumentException(HealthCode.UNKNOWN_METRIC.id() + " rule '" + rule.name() + "' is about '"
                + Texts.line(metric, 100) + "', which nobody measures: " + meant
                + "Say expectedLater() if whoever measures it is watched later");
    }
}
