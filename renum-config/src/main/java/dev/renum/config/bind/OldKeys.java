package dev.renum.config.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The keys that earlier versions had and this one has under another name, or not at all. */
final class OldKeys {
    /** Those of a group before those in it, so that a key is renamed from its beginning to its end. */
    private final Map<OldKey, String> former = new LinkedHashMap<>();

    private final Map<OldKey, String> removed = new LinkedHashMap<>();

    /** Notes that the last name of {@code key} is {@code name} today. */
    void former(String key, String name) {
        former.put(new OldKey(key), name);
    }

    void removed(String key, String instead) {
        removed.put(new OldKey(key), instead);
    }

    /** Adds those of the entries of {@code map}. */
    void inMap(String map, OldKeys entries) {
        entries.former.forEach((key, name) -> former.put(key.inMap(map), name));
        entries.removed.forEach((key, instead) -> removed.put(key.inMap(map), instead));
    }

    /** Whether any key had another name. */
    boolean hasFormer() {
        return !former.isEmpty();
    }

    /** What {@code key} is called today; {@code null} if it never had another name. */
    @Nullable
    String today(String key) {
        String today = key;
        for (Map.Entry<OldKey, String> old : former.entrySet()) {
            today = Objects.requireNonNullElse(old.getKey().renamed(today, old.getValue()), today);
        }
        return today.equals(key) ? null : today;
    }

    /** What {@code key} is called today, also if it never had another name. */
    String orToday(String key) {
        return Objects.requireNonNullElse(today(key), key);
    }

    /**
     * The variable of today that {@code name} stands for, both written as usual; {@code null} if it stands for none.
     *
     * <p>A variable does not say where a name in it ends: {@code SHOP_MAX_SIZE} may be below {@code shop.max}, so that only those in {@code known} count.
     */
    @Nullable
    String variableToday(String name, VariableNames known) {
        List<String> names = new ArrayList<>(List.of(name));
        former.forEach((old, today) -> names.addAll(names.stream()
                .map(it -> old.renamedVariable(it, today))
                .filter(Objects::nonNull)
                .toList()));
        return names.stream().skip(1).filter(known::contains).findFirst().orElse(null);
    }

    /** Whether {@code rest}, a variable without the name of its map, is one of these in an entry with a name of less than {@code length} characters. */
    boolean isInEntry(String rest, int length) {
        return former.keySet().stream().anyMatch(old -> old.startInVariable(rest) - 1 < length);
    }

    /** What to do instead of setting {@code key}; {@code null} if it was never removed. */
    @Nullable
    String insteadOf(String key) {
        return insteadOf(old -> old.covers(key));
    }

    /** The same of the variable {@code name}, written as usual. */
    @Nullable
    String insteadOfVariable(String name) {
        return insteadOf(old -> old.coversVariable(name));
    }

    private @Nullable String insteadOf(Predicate<OldKey> isMeant) {
        return removed.entrySet().stream()
                .filter(old -> isMeant.test(old.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
