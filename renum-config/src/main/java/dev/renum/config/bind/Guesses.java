package dev.renum.config.bind;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** What the unknown names of one load were probably meant as, as long as there are few of them. */
final class Guesses {
    /** After so many unknown names it is not a misspelling any more, and to look for what each was meant as would take long. */
    private static final int MAX_NAMES = 500;

    private int names;

    /** Those of {@code candidates} that {@code name}, which is none of them, may have been meant as; none after too many names. */
    List<String> of(String name, Supplier<? extends Collection<String>> candidates) {
        return ++names > MAX_NAMES ? List.of() : Suggestions.of(name, others(name, candidates.get()));
    }

    /** Candidates with the name of an entry are made up from {@code name}, and may come out as itself. */
    private static List<String> others(String name, Collection<String> candidates) {
        return candidates.stream().filter(it -> !it.equals(name)).toList();
    }
}
