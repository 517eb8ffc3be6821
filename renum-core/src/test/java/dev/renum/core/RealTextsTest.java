package dev.renum.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lines as logs, files, shells and exceptions write them; {@code ⏎} is the end of a line, and what stands in {@code «»} is secret. */
final class RealTextsTest {
    private static final Pattern SECRET = Pattern.compile("«([^»]+)»");

    @Test
    void loseTheirSecrets() throws IOException {
        List<String> texts = lines("secrets.txt");

        assertThat(texts).hasSizeGreaterThan(200);
        assertThat(texts.stream().filter(RealTextsTest::leaks)).isEmpty();
    }

    @Test
    void stayWhereTheyHoldNone() throws IOException {
        List<String> texts = lines("harmless.txt");

        assertThat(texts).hasSizeGreaterThan(200);
        assertThat(texts.stream().filter(text -> !Masking.mask(text).equals(text)))
                .isEmpty();
    }

    /** Whether a word of a secret is left, or masking twice changes something more. */
    private static boolean leaks(String marked) {
        String masked = Masking.mask(SECRET.matcher(marked).replaceAll("$1"));
        boolean isLeft =
                SECRET.matcher(marked).results().flatMap(RealTextsTest::words).anyMatch(masked::contains);
        return isLeft || !Masking.mask(masked).equals(masked);
    }

    private static Stream<String> words(MatchResult secret) {
        return Pattern.compile("\\s+").splitAsStream(secret.group(1));
    }

    private static List<String> lines(String name) throws IOException {
        InputStream file = requireNonNull(RealTextsTest.class.getResourceAsStream(name), name);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines().map(line -> line.replace('⏎', '\n')).toList();
        }
    }
}
