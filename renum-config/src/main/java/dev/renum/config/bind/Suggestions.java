package dev.renum.config.bind;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what was probably meant by a misspelled name: a key, an environment variable, a constant or a unit.
 *
 * <p>Case and separators do not count. Otherwise names are compared {@linkplain Spelling word by word}, because many keys differ in one
 * short word only: a slip or two in a long name are forgiven, another word is not. A segment may also be missing or stand at the wrong
 * place, or the whole key under a wrong parent, if nothing else is wrong.
 */
public final class Suggestions {
    private static final int MAX = 3;
    private static final int LONGEST_NAME = 500;
    private static final int TWO_SLIPS = 2 * Spelling.OTHER_LETTER;
    private static final int OTHER_SEGMENTS = 4;
    /** Wider than {@link dev.renum.config.source.Names#INDEX}: what was typed may be misspelled here too. */
    private static final Pattern INDEX = Pattern.compile("\\[\\d*]");

    private Suggestions() {}

    /**
     * Up to three of {@code candidates} that {@code name} may have been meant as, nearest first and all about as near as the first.
     *
     * <p>None if nothing is near, or if so many are equally near that to name three would be a guess.
     */
    public static List<String> of(String name, Collection<String> candidates) {
        if (name.length() > LONGEST_NAME) {
            return List.of();
        }
        Typed element = new Typed(name);
        Typed list = new Typed(INDEX.matcher(name).replaceAll(""));
        return nearest(candidates.stream()
                .map(candidate -> new Scored(candidate, (candidate.contains("[") ? element : list).cost(candidate)))
                .filter(scored -> scored.cost() <= TWO_SLIPS)
                .sorted(Comparator.comparingInt(Scored::cost).thenComparing(Scored::name))
                .toList());
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

    /** The name that was typed. */
    private static final class Typed {
        private final Name name;
        private final Letters letters;

        Typed(String text) {
            name = Name.of(text);
            letters = new Letters(text);
        }

        int cost(String candidate) {
            return letters.mayBeOf(candidate) ? cost(Name.of(candidate)) : Spelling.FAR;
        }

        private int cost(Name candidate) {
            if (name.letters().equals(candidate.letters())) {
                return 0;
            }
            int slips = slips(candidate);
            return slips > OTHER_SEGMENTS && name.hasOtherSegments(candidate) ? OTHER_SEGMENTS : slips;
        }

        private int slips(Name candidate) {
            if (name.words().size() != candidate.words().size()) {
                return Spelling.ofOneSlip(name.letters(), candidate.letters());
            }
            int sum = 0;
            for (int i = 0; i < name.words().size() && sum <= TWO_SLIPS; i++) {
                sum += Spelling.ofWord(name.words().get(i), candidate.words().get(i));
            }
            return sum;
        }
    }

    /**
     * A name taken apart, in lower case.
     *
     * @param letters its letters and digits alone
     * @param words what separators of any kind part
     * @param segments what dots part or, where there are none, underscores
     */
    private record Name(String letters, List<String> words, List<String> segments) {
        private static final Pattern NO_LETTERS = Pattern.compile("\\P{javaLetterOrDigit}+");
        private static final Pattern WORD_END = Pattern.compile("[._\\-\\[]");
        private static final Pattern SEGMENT_END = Pattern.compile("\\.");
        private static final Pattern VARIABLE_SEGMENT_END = Pattern.compile("_");

        static Name of(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            List<String> words = parts(lower, WORD_END);
            Pattern segmentEnd = lower.contains(".") ? SEGMENT_END : VARIABLE_SEGMENT_END;
            return new Name(String.join("", words), words, parts(lower, segmentEnd));
        }

        private static List<String> parts(String name, Pattern end) {
            return end.splitAsStream(name)
                    .map(part -> NO_LETTERS.matcher(part).replaceAll(""))
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        boolean hasOtherSegments(Name meant) {
            return lacksSegmentOf(meant) || hasAnotherParentThan(meant) || sorted().equals(meant.sorted());
        }

        private boolean lacksSegmentOf(Name meant) {
            return segments.size() > 1
                    && segments.size() == meant.segments.size() - 1
                    && segments.equals(meant.without(indexOfDifference(meant)));
        }

        /** With two segments alone, a name under another parent is mostly that of another thing. */
        private boolean hasAnotherParentThan(Name meant) {
            return meant.segments.size() > 2
                    && meant.segments.size() == segments.size() - 1
                    && meant.segments.equals(without(0));
        }

        private int indexOfDifference(Name longer) {
            int at = 0;
            while (at < segments.size() && segments.get(at).equals(longer.segments.get(at))) {
                at++;
            }
            return at;
        }

        private List<String> without(int index) {
            return Stream.concat(
                            segments.stream().limit(index), segments.stream().skip(index + 1L))
                    .toList();
        }

        private List<String> sorted() {
            return segments.stream().sorted().toList();
        }
    }

    /** How often each letter was typed: tells of most candidates that they were not meant, without taking them apart. */
    private static final class Letters {
        private static final int MOST_SLIPS = TWO_SLIPS / Spelling.SLIP;
        private static final int LAST_BITS = 63;

        private final int[] counts = new int[LAST_BITS + 1];
        private final int sum;

        Letters(String name) {
            sum = (int) name.chars().filter(Character::isLetterOrDigit).count();
            name.chars().filter(Character::isLetterOrDigit).forEach(c -> counts[index(c)]++);
        }

        /** Whether the letters differ by no more than slips can change, or by those of a segment. */
        boolean mayBeOf(String candidate) {
            int[] left = counts.clone();
            int found = 0;
            int notFound = 0;
            for (int i = 0; i < candidate.length(); i++) {
                char c = candidate.charAt(i);
                if (Character.isLetterOrDigit(c) && left[index(c)]-- > 0) {
                    found++;
                } else if (Character.isLetterOrDigit(c)) {
                    notFound++;
                }
            }
            return Math.min(notFound, sum - found) == 0 || Math.max(notFound, sum - found) <= MOST_SLIPS;
        }

        /** Letters that share an index count as the same: then a closer look finds the difference. */
        private static int index(int letter) {
            return Character.toLowerCase(letter) & LAST_BITS;
        }
    }
}
