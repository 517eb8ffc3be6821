package dev.renum.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.Origin;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link Properties} reads is right by definition, but for the empty key, which sets nothing. */
@Tag("without-yaml")
final class PropertiesParserTest {
    private static final String CHARACTERS = "abcä =:#!\t\f\\\n\n\r";

    private final FileContent content = new FileContent(new Origin("file", Origin.Kind.DIRECTORY, "/file", 0, 0, 1));

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsWhatPropertiesRead(long seed) throws IOException {
        String text = text(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));

        new PropertiesParser().parse(text, content);

        Map<String, String> read = new TreeMap<>();
        content.layer().entries().values().forEach(entry -> read.put(entry.key(), entry.value()));
        Map<String, String> expected = properties(text);
        read.remove("");
        expected.remove("");
        assertThat(read).as(text).isNotEmpty().isEqualTo(expected);
    }

    private static String text(RandomGenerator random) {
        return IntStream.range(0, 200)
                .mapToObj(i -> CHARACTERS
                        .substring(random.nextInt(CHARACTERS.length()))
                        .substring(0, 1))
                .collect(Collectors.joining());
    }

    /** The first value of a key counts here, the last in {@code Properties}. */
    private static Map<String, String> properties(String text) throws IOException {
        Map<String, String> read = new TreeMap<>();
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                return String.valueOf(read.putIfAbsent((String) key, (String) value));
            }
        };
        properties.load(new StringReader(text));
        return read;
    }
}
