package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BytePatternTest {

    @Test
    void springsBehindThePatternAndNotBefore() {
        BytePattern pattern = new BytePattern(bytes("COMMIT"));

        assertThat(pattern.spring(bytes("xx COMMIT; y"), 0, 12)).isEqualTo(9);
        assertThat(pattern.spring(bytes("xx COMMIT; y"), 9, 12)).isEqualTo(-1);
    }

    @Test
    void findsAPatternSpreadOverSeveralPieces() {
        BytePattern pattern = new BytePattern(bytes("COMMIT"));

        assertThat(pattern.spring(bytes("xxCOCO"), 0, 6)).isEqualTo(-1);
        assertThat(pattern.spring(bytes("MM"), 0, 2)).isEqualTo(-1);
        assertThat(pattern.spring(bytes("ITxx"), 0, 4)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhatASearchInTheWholeTextFinds(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 200; round++) {
            String pattern = text(random, 1 + random.nextInt(6));
            String text = text(random, 120);

            assertThat(springs(pattern, text, random)).isEqualTo(ends(pattern, text));
        }
    }

    private static List<Integer> springs(String pattern, String text, RandomGenerator random) {
        BytePattern trap = new BytePattern(bytes(pattern));
        List<Integer> ends = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + 1 + random.nextInt(9));
            int sprung = trap.spring(bytes(text), from, to);
            if (sprung >= 0) {
                ends.add(sprung);
            }
            from = sprung >= 0 ? sprung : to;
        }
        return ends;
    }

    private static List<Integer> ends(String pattern, String text) {
        List<Integer> ends = new ArrayList<>();
        for (int at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
            ends.add(at + pattern.length());
        }
        return ends;
    }

    private static String text(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(2)));
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
