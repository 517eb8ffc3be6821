package dev.renum.config.bind;

import dev.renum.config.report.Change;
import dev.renum.core.Masking;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two configurations, by value: another way to write the same, or another place, is no difference. */
public final class Differences {
    private Differences() {}

    /** Every setting of another value, in the order of keys; those in {@code pending} are shown as waiting for a restart. */
    public static List<Change> between(Binding before, Binding after, Set<String> pending) {
        Map<String, BoundSetting> from = before.settings();
        Map<String, BoundSetting> to = after.settings();
        Set<String> keys = new TreeSet<>(from.keySet());
        keys.addAll(to.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(value(from.get(key)), value(to.get(key))))
                .map(key -> change(key, from.get(key), to.get(key), pending.contains(key)))
                .toList();
    }

    private static Change change(
            String key, @Nullable BoundSetting before, @Nullable BoundSetting after, boolean pending) {
        boolean secret = (before != null && before.isSensitive()) || (after != null && after.isSensitive());
        boolean sameText = before != null && after != null && Objects.equals(before.text(), after.text());
        return new Change(key, shown(before, secret, sameText), shown(after, secret, sameText), secret, pending);
    }

    private static @Nullable Object value(@Nullable BoundSetting setting) {
        return setting == null ? null : setting.value();
    }

    /** What is secret on one side is on both: it may be the same value. Of the same text, only the value tells what a reference in it has changed. */
    private static String shown(@Nullable BoundSetting setting, boolean secret, boolean sameText) {
        if (setting == null || setting.text() == null) {
            return BoundSetting.NOTHING;
        }
        if (secret) {
            return Masking.MASK;
        }
        return sameText ? setting.shownValue() : setting.shown();
    }
}
