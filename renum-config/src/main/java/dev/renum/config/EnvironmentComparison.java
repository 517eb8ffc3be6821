package dev.renum.config;

import dev.renum.config.bind.BoundSetting;
import dev.renum.config.report.EnvironmentDiff;
import dev.renum.config.report.EnvironmentDiff.Line;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what two environments have. */
final class EnvironmentComparison {
    private EnvironmentComparison() {}

    static EnvironmentDiff of(Candidate left, Candidate right) {
        Map<String, BoundSetting> ofLeft = left.binding().settings();
        Map<String, BoundSetting> ofRight = right.binding().settings();
        TreeSet<String> keys = new TreeSet<>(ofLeft.keySet());
        keys.addAll(ofRight.keySet());
        List<Line> lines = keys.stream()
                .filter(key -> !Objects.equals(value(ofLeft.get(key)), value(ofRight.get(key))))
                .map(key -> new Line(key, shown(ofLeft.get(key)), shown(ofRight.get(key))))
                .toList();
        return new EnvironmentDiff(left.environment(), right.environment(), lines);
    }

    private static @Nullable Object value(@Nullable BoundSetting setting) {
        return setting == null ? null : setting.value();
    }

    private static @Nullable String shown(@Nullable BoundSetting setting) {
        return setting == null || setting.text() == null ? null : setting.shown();
    }
}
