package dev.renum.config;

import dev.renum.config.bind.BoundSetting;
import dev.renum.config.report.EnvironmentDiff;
import dev.renum.config.report.EnvironmentDiff.Line;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what two environments have. */
final class EnvironmentComparison {
    private EnvironmentComparison() {}

    static EnvironmentDiff of(Candidate left, Candidate right) {
        Side ofLeft = new Side(left);
        Side ofRight = new Side(right);
        Set<String> keys = new TreeSet<>(left.binding().settings().keySet());
        keys.addAll(right.binding().settings().keySet());
        List<Line> lines = keys.stream()
                .filter(key -> !Objects.equals(ofLeft.value(key), ofRight.value(key)))
                .map(key -> new Line(key, ofLeft.shown(key), ofRight.shown(key)))
                .toList();
        return new EnvironmentDiff(left.environment(), right.environment(), lines);
    }

    /** One of the two. What only a deployment brings has a random value here, which is no difference. */
    private record Side(Candidate candidate, Set<String> awaited) {
        private static final String AT_DEPLOYMENT = "at deployment";

        Side(Candidate candidate) {
            this(candidate, Set.copyOf(candidate.binding().awaitedUnder("")));
        }

        @Nullable
        Object value(String key) {
            return awaited.contains(key)
                    ? AT_DEPLOYMENT
                    : candidate.binding().find(key).map(BoundSetting::value).orElse(null);
        }

        @Nullable
        String shown(String key) {
            return awaited.contains(key)
                    ? AT_DEPLOYMENT
                    : candidate
                            .binding()
                            .find(key)
                            .filter(setting -> setting.text() != null)
                            .map(BoundSetting::shown)
                            .orElse(null);
        }
    }
}
