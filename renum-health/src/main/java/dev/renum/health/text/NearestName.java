package dev.renum.health.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what was probably meant by a misspelled name: the name with the least edits (Levenshtein, 1966), a third of its letters at most. */
public final class NearestName {
    /** Names are shorter; for what is longer nobody could wait. */
    private static final int MAX_LENGTH = 1_000;

    private NearestName() {}

    /** The one of {@code names} that is nearest to {@code name}; none if all differ too much, or {@code name} has more than 1,000 letters. */
    public static Optional<String> to(String name, Collection<String> names) {
        if (name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int limit = Math.max(1, name.length() / 3);
        return names.stream()
                .filter(other -> Math.abs(name.length() - other.length()) <= limit)
                .filter(other -> distance(name, other) <= limit)
                .min(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** What to say of a {@code name} that is none of {@code names}: the one that was probably meant, if there is one, and all that there are. */
    public static String hint(String name, Collection<String> names) {
        String meant = to(name, names)
                .map(nearest -> "did you mean '" + nearest + "'? ")
                .orElse("");
        return meant + "there are " + String.join(", ", names);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 0; i < a.length(); i++) {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 1; j < row.length; j++) {
                int replaced = a.charAt(i) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
