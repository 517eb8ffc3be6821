package dev.renum.config.bind;

import java.util.Arrays;

/**
 * Tells how far a spelling is from a word.
 *
 * <p>The measure is optimal string alignment (the restricted distance of Damerau, 1964) with weights. A letter too many, too few or
 * swapped with its neighbour is a slip. Another letter costs more, since that is how words differ: two of them, as in minimum and maximum,
 * are more than any word may cost. Another digit always names another thing.
 */
final class Spelling {
    /** What a letter too many, too few, or swapped with its neighbour costs. */
    static final int SLIP = 2;

    /** What another letter in place of the right one costs. */
    static final int OTHER_LETTER = 3;

    /** More than anything that is still the same word. */
    static final int FAR = 1_000;

    private Spelling() {}

    /** How far {@code typed} is from {@code word}; {@link #FAR} if it is another word. */
    static int ofWord(String typed, String word) {
        return distance(typed, word, limit(word.length()));
    }

    /** The same for a name of several words in which one letter or one separator may be wrong. */
    static int ofOneSlip(String typed, String name) {
        return distance(typed, name, Math.min(OTHER_LETTER, limit(name.length())));
    }

    /** Nothing may be wrong in one letter, a slip in two, another letter in three, both in six. */
    private static int limit(int letters) {
        if (letters < 3) {
            return letters < 2 ? 0 : SLIP;
        }
        return letters < 6 ? OTHER_LETTER : SLIP + OTHER_LETTER;
    }

    /** Fills only the cells near the diagonal, as far as slips within the limit can lead away from it. */
    private static int distance(String typed, String word, int limit) {
        int reach = limit / SLIP;
        if (Math.abs(typed.length() - word.length()) > reach) {
            return FAR;
        }
        int[][] costs = new int[typed.length() + 1][word.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            Arrays.fill(costs[i], FAR);
            for (int j = Math.max(0, i - reach); j <= Math.min(word.length(), i + reach); j++) {
                costs[i][j] = cost(costs, typed, i, word, j);
            }
        }
        int distance = costs[typed.length()][word.length()];
        return distance <= limit ? distance : FAR;
    }

    private static int cost(int[][] costs, String typed, int i, String word, int j) {
        if (i == 0 || j == 0) {
            return (i + j) * SLIP;
        }
        int replaced = costs[i - 1][j - 1] + replacing(typed.charAt(i - 1), word.charAt(j - 1));
        int least = Math.min(replaced, Math.min(costs[i - 1][j], costs[i][j - 1]) + SLIP);
        return isSwap(typed, i, word, j) ? Math.min(least, costs[i - 2][j - 2] + SLIP) : least;
    }

    private static int replacing(char typed, char meant) {
        if (typed == meant) {
            return 0;
        }
        return Character.isDigit(typed) && Character.isDigit(meant) ? FAR : OTHER_LETTER;
    }

    private static boolean isSwap(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
