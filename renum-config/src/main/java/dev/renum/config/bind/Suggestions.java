package dev.renum.config.bind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds what was probably meant by a misspelled name: a key, an environment variable, a constant or a unit.
 *
 * <p>Case and separators do not count. Otherwise the words of a name are compared one by one by optimal string alignment (the restricted
 * distance of Damerau, 1964), because many keys differ in one short word only: a slip or two in a long name are forgiven, another word is
 * not. A segment may also be missing or stand at the wrong place, or the whole key under a wrong parent, if nothing else is wrong.
 */
public final class Suggestions {
    private static final int MAX = 3;
    private static final int LONGEST_NAME = 500;
    private static final Pattern INDEX = Pattern.compile("\\[\\d*]");

    /** A letter too many, too few, or swapped with its neighbour. */
    private static final int SLIP = 2;

    /** Another letter costs more, since that is how words differ: two of them (maximum, minimum) are more than any word may cost. */
    private static final int OTHER_LETTER = 3;

    private static final int TWO_SLIPS = 2 * OTHER_LETTER;
    private static final int OTHER_SEGMENTS = 4;
    private static final int FAR = 1_000;

    private Suggestions() {}

    /**
     * Up to three of {@code candidates} that {@code name} may have been meant as, nearest first and all about as near as the first.
     *
     * <p>None if nothing is near, or if so many are equally near that naming three would be a guess.
     */
    public static List<String> of(String name, Collection<String> candidates) {
        if (name.length() > LONGEST_NAME) {
            return List.of();
        }
        Name typed = Name.of(name);
        Name list = Name.of(INDEX.matcher(name).replaceAll(""));
        List<Scored> near = candidates.stream()
                .map(candidate -> new Scored(candidate, cost(candidate.contains("[") ? typed : list, candidate)))
                .filter(scored -> scored.cost() <= TWO_SLIPS)
                .sorted(Comparator.comparingInt(Scored::cost).thenComparing(Scored::name))
                .toList();
        return nearest(near);
    }

    private static List<String> nearest(List<Scored> near) {
        int best = near.isEmpty() ? 0 : near.get(0).cost();
        if (near.size() > MAX && near.get(MAX).cost() == best) {
            return List.of();
        }
        return near.stream()
                .filter(scored -> scored.cost() <= best + 1)
                .limit(MAX)
                .map(Scored::name)
                .toList();
    }

    private record Scored(String name, int cost) {}

    /**
     * A name taken apart.
     *
     * @param letters its letters and digits alone, in lower case
     * @param words what separators of any kind part
     * @param segments what dots part or, where there are none, underscores
     * @param letterSet see {@link Suggestions#lettersIn}
     */
    private record Name(String letters, List<String> words, List<String> segments, long letterSet) {
        static Name of(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            List<String> words = parts(lower, "._-[");
            return new Name(String.join("", words), words, parts(lower, lower.contains(".") ? "." : "_"), lettersIn(name));
        }

        private static List<String> parts(String name, String separators) {
            List<String> parts = new ArrayList<>();
            StringBuilder part = new StringBuilder();
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                if (Character.isLetterOrDigit(c)) {
                    part.append(c);
                } else if (separators.indexOf(c) >= 0 && !part.isEmpty()) {
                    parts.add(part.toString());
                    part.setLength(0);
                }
            }
            if (!part.isEmpty()) {
                parts.add(part.toString());
            }
            return parts;
        }

        /** Whether a name of these letters is worth a closer look: two slips bring two new letters at most, a missing segment none. */
        boolean mayBe(long letters) {
            int tooMany = Long.bitCount(letterSet & ~letters);
            int tooFew = Long.bitCount(letters & ~letterSet);
            return tooMany == 0 || tooFew == 0 || (tooMany <= 2 && tooFew <= 2);
        }
    }

    /** The letters and digits of a name as a set of 64; others of the same last bits count as the same. */
    private static long lettersIn(String name) {
        long set = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                set |= 1L << Character.toLowerCase(c);
            }
        }
        return set;
    }

    private static int cost(Name typed, String candidate) {
        return typed.mayBe(lettersIn(candidate)) ? cost(typed, Name.of(candidate)) : FAR;
    }

    private static int cost(Name typed, Name candidate) {
        if (typed.letters().equals(candidate.letters())) {
            return 0;
        }
        int slips = typed.words().size() == candidate.words().size()
                ? inWords(typed.words(), candidate.words())
                : inLetters(typed.letters(), candidate.letters());
        return slips > OTHER_SEGMENTS && hasOtherSegments(typed.segments(), candidate.segments()) ? OTHER_SEGMENTS : slips;
    }

    private static int inWords(List<String> typed, List<String> candidate) {
        int sum = 0;
        for (int i = 0; i < typed.size() && sum <= TWO_SLIPS; i++) {
            sum += distance(typed.get(i), candidate.get(i), limit(candidate.get(i)));
        }
        return sum;
    }

    /** For a separator that is missing, or one too many. */
    private static int inLetters(String typed, String candidate) {
        return distance(typed, candidate, Math.min(OTHER_LETTER, limit(candidate)));
    }

    /** What may be wrong in a word: nothing in one letter, one slip in two, another letter in three, both in six. */
    private static int limit(String word) {
        int letters = word.length();
        if (letters < 3) {
            return letters < 2 ? 0 : SLIP;
        }
        return letters < 6 ? OTHER_LETTER : SLIP + OTHER_LETTER;
    }

    private static boolean hasOtherSegments(List<String> typed, List<String> candidate) {
        return isWithout(candidate, typed, candidate.size())
                || (candidate.size() > 2 && isWithout(typed, candidate, 1))
                || (typed.size() == candidate.size() && sorted(typed).equals(sorted(candidate)));
    }

    /** Whether {@code part} is {@code whole} without one of its first segments, and still more than one. */
    private static boolean isWithout(List<String> whole, List<String> part, int first) {
        if (part.size() < 2 || part.size() != whole.size() - 1) {
            return false;
        }
        int at = 0;
        while (at < part.size() && part.get(at).equals(whole.get(at))) {
            at++;
        }
        return at < first && part.subList(at, part.size()).equals(whole.subList(at + 1, whole.size()));
    }

    private static List<String> sorted(List<String> segments) {
        return segments.stream().sorted().toList();
    }

    /** The distance, or {@link #FAR} if it is more than {@code limit}; it fills only the cells that the limit can reach. */
    private static int distance(String a, String b, int limit) {
        int reach = limit / SLIP;
        if (Math.abs(a.length() - b.length()) > reach) {
            return FAR;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            Arrays.fill(cost[i], FAR);
            for (int j = Math.max(0, i - reach); j <= Math.min(b.length(), i + reach); j++) {
                cost[i][j] = cell(cost, a, i, b, j);
            }
        }
        int distance = cost[a.length()][b.length()];
        return distance <= limit ? distance : FAR;
    }

    private static int cell(int[][] cost, String a, int i, String b, int j) {
        if (i == 0 || j == 0) {
            return (i + j) * SLIP;
        }
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + SLIP;
        least = Math.min(least, cost[i - 1][j - 1] + replacing(a.charAt(i - 1), b.charAt(j - 1)));
        return isSwap(a, i, b, j) ? Math.min(least, cost[i - 2][j - 2] + SLIP) : least;
    }

    private static int replacing(char one, char other) {
        if (one == other) {
            return 0;
        }
        return Character.isDigit(one) && Character.isDigit(other) ? FAR : OTHER_LETTER;
    }

    private static boolean isSwap(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
