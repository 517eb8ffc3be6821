package dev.renum.config.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.source.ProcessValues;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * The figures of the suggestions: how often the first is right, how often one is made up.
 *
 * <p>{@code keys.txt} holds the keys of this library, of its example and of ordinary hosts, {@code unrelated-keys.txt} what is none of them:
 * keys of other products, and keys with the prefixes of ours that mean something else. A typo that is a key itself is none, and one that
 * two keys yield has no right answer; both are left out.
 */
final class SuggestionFiguresTest {
    private static final int TRIES = 5;
    private static final List<String> KEYS = lines("keys.txt");
    private static final List<String> UNRELATED = lines("unrelated-keys.txt");

    @Test
    void suggestsTheKeyMeantForTyposOfSeed2718() {
        Figure right = right("keys", KEYS, UnaryOperator.identity());

        assertThat(KEYS).hasSizeGreaterThanOrEqualTo(100);
        assertThat(right.of()).isGreaterThanOrEqualTo(3_000);
        assertThat(right.percent()).isGreaterThanOrEqualTo(95);
    }

    @Test
    void suggestsTheVariableMeantForTyposOfSeed2718() {
        Figure right = right("variables", variables(KEYS), ProcessValues::variableName);

        assertThat(right.of()).isGreaterThanOrEqualTo(3_000);
        assertThat(right.percent()).isGreaterThanOrEqualTo(95);
    }

    @Test
    void suggestsNothingForUnrelatedKeys() {
        Figure made = made("keys", UNRELATED, KEYS);

        assertThat(made.of()).isGreaterThanOrEqualTo(300);
        assertThat(made.percent()).isLessThanOrEqualTo(5);
    }

    @Test
    void suggestsNothingForUnrelatedVariables() {
        Figure made = made("variables", variables(UNRELATED), variables(KEYS));

        assertThat(made.of()).isGreaterThanOrEqualTo(300);
        assertThat(made.percent()).isLessThanOrEqualTo(5);
    }

    @Test
    void suggestsNoKeyForAnotherThatIsAsReal() {
        Figure made = madeForNeighbours("keys", KEYS).plus(madeForNeighbours("keys of other products", UNRELATED));

        assertThat(made.of()).isGreaterThanOrEqualTo(400);
        assertThat(made.percent()).isLessThanOrEqualTo(5);
    }

    private record Figure(int count, int of) {
        static final Figure NONE = new Figure(0, 0);

        static <T> Figure of(Collection<T> all, Predicate<T> counts) {
            return new Figure((int) all.stream().filter(counts).count(), all.size());
        }

        double percent() {
            return 100.0 * count / of;
        }

        Figure plus(Figure other) {
            return new Figure(count + other.count, of + other.of);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%5d of %5d = %5.1f %%", count, of, percent());
        }
    }

    private static Figure right(String what, List<String> candidates, UnaryOperator<String> written) {
        Figure all = Figure.NONE;
        for (Typo kind : Typo.values()) {
            Map<String, String> typos = typos(kind, written);
            typos.keySet().removeAll(Set.copyOf(candidates));
            Figure right = Figure.of(typos.entrySet(), typo -> isRight(typo.getKey(), typo.getValue(), candidates));
            print(what + ", right, " + kind.name().toLowerCase(Locale.ROOT), right);
            all = all.plus(right);
        }
        print(what + ", right", all);
        return all;
    }

    private static boolean isRight(String typo, String meant, List<String> candidates) {
        return Suggestions.of(typo, candidates).stream().findFirst().equals(Optional.of(meant));
    }

    /** The typos of one kind and what each was meant as. */
    private static Map<String, String> typos(Typo kind, UnaryOperator<String> written) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2718);
        Map<String, Set<String>> meant = new LinkedHashMap<>();
        for (String key : KEYS) {
            for (int i = 0; i < TRIES; i++) {
                String typo = written.apply(kind.applyTo(key, random));
                meant.computeIfAbsent(typo, absent -> new LinkedHashSet<>()).add(written.apply(key));
            }
        }
        Map<String, String> clear = new LinkedHashMap<>();
        meant.forEach(
                (typo, keys) -> keys.stream().filter(key -> keys.size() == 1).forEach(key -> clear.put(typo, key)));
        return clear;
    }

    private static Figure made(String what, List<String> unrelated, List<String> candidates) {
        Figure made = Figure.of(unrelated, key -> isMade(key, candidates));
        print(what + ", made up", made);
        return made;
    }

    /** What keys are taken for that are not among the candidates themselves: each means something else than its neighbours. */
    private static Figure madeForNeighbours(String what, List<String> keys) {
        Figure made = Figure.of(keys, key -> isMade(key, without(key, keys)));
        print(what + ", made up for a neighbour", made);
        return made;
    }

    private static boolean isMade(String key, List<String> candidates) {
        List<String> suggestions = Suggestions.of(key, candidates);
        if (!suggestions.isEmpty()) {
            System.out.println("suggestions: " + key + " is taken for " + suggestions);
        }
        return !suggestions.isEmpty();
    }

    private static List<String> without(String key, List<String> keys) {
        return keys.stream().filter(other -> !other.equals(key)).toList();
    }

    private static void print(String what, Figure figure) {
        if (figure.of() == 0) {
            return;
        }
        System.out.printf(Locale.ROOT, "suggestions: %-45s %s%n", what, figure);
    }

    private static List<String> variables(List<String> keys) {
        return keys.stream().map(ProcessValues::variableName).distinct().toList();
    }

    private static List<String> lines(String resource) {
        try (InputStream in = SuggestionFiguresTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
