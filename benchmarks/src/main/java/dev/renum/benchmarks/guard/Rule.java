package dev.renum.benchmarks.guard;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A limit that a figure must not pass.
 *
 * @param name what is promised, as a sentence
 * @param figure what is looked at
 * @param benchmark the benchmark that it is looked at in
 * @param against for a ratio, the benchmark that it is divided by; else {@code null}
 * @param limit the greatest figure that keeps the promise
 * @param source where the limit comes from
 */
record Rule(
        String name,
        Figure figure,
        String benchmark,
        @Nullable String against,
        double limit,
        String source) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What a rule looks at. */
    enum Figure {
        /** The time of one benchmark divided by that of another. */
        RATIO,
        /** What a call allocates. */
        BYTES_PER_CALL
    }

    /** Refuses what no measurement could keep or break. */
    Rule {
        requireNonNull(name, "name");
        requireNonNull(figure, "figure");
        requireNonNull(benchmark, "benchmark");
        requireNonNull(source, "source");
        if ((figure == Figure.RATIO) != (against != null)) {
            throw new IllegalArgumentException("'" + name + "': a RATIO, and nothing else, is against a benchmark");
        }
        if (!(limit > 0)) {
            throw new IllegalArgumentException("'" + name + "': the limit " + limit + " is not above 0");
        }
    }

    /**
     * The rules in {@code file}.
     *
     * @throws IllegalArgumentException if there is none, since a guard without rules would always pass
     * @throws tools.jackson.core.JacksonException if there is no such file, or something else in it
     */
    static List<Rule> read(Path file) {
        List<Rule> rules = JSON.readValue(file, new TypeReference<List<Rule>>() {});
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(file + " has no rule");
        }
        return rules;
    }

    /** The benchmarks that it needs. */
    Stream<String> benchmarks() {
        return Stream.of(benchmark, against == null ? benchmark : against);
    }

    /** What {@code measurements}, by benchmark, say about it. */
    Verdict judge(Map<String, Measurement> measurements) {
        Measurement subject = measurements.get(benchmark);
        Measurement reference = against == null ? subject : measurements.get(against);
        if (subject == null || reference == null) {
            return new Verdict(this, Verdict.Outcome.MISSING, null);
        }
        Estimate measured = switch (figure) {
            case RATIO -> subject.nanos().dividedBy(reference.nanos());
            case BYTES_PER_CALL -> subject.bytes();
        };
        return new Verdict(this, outcome(measured), measured);
    }

    private Verdict.Outcome outcome(Estimate measured) {
        if (measured.low() > limit) {
            return Verdict.Outcome.BROKEN;
        }
        return measured.high() > limit ? Verdict.Outcome.UNDECIDED : Verdict.Outcome.KEPT;
    }
}
