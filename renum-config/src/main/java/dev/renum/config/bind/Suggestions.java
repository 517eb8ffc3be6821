package dev.renum.config.bind;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds what was probably meant by a misspelled name.
 *
 * <p>Names are first made alike (case, {@code -}, {@code _}), then compared by optimal string alignment: insertions, deletions,
 * substitutions and swaps of neighbours (the restricted distance of Damerau, 1964). A candidate farther away than a third of the name is
 * not suggested.
 */
public final class Suggestions {
    private static final int MAX = 3;

    private Suggestions() {}

    /** Up to three of {@code candidates} that {@code name} may have been meant as, nearest first. */
    public static List<String> of(String name, Collection<String> candidates) {
        String canonical = canonical(name);
        int limit = Math.max(1, canonical.length() / 3);
        return candidates.stream()
                .map(candidate -> new Scored(candidate, distance(canonical, canonical(candidate))))
                .filter(scored -> scored.distance() <= limit)
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .limit(MAX)
                .map(Scored::name)
                .toList();
    }

    private record Scored(String name, int distance) {}

    private static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (isSwap(a, i, b, j)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[b.length()];
    }

    private static boolean isSwap(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
