package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ScoringTest {
    private static final HealthSettings SETTINGS = HealthSettings.builder().build();
    private static final List<Strain> STRAINS = Strain.of(SETTINGS);
    private static final List<HealthStatus> FROM_GOOD_TO_BAD = List.of(
            HealthStatus.UP,
            HealthStatus.DEGRADED,
            HealthStatus.UNKNOWN,
            HealthStatus.OUT_OF_SERVICE,
            HealthStatus.DOWN);

    private final Scoring scoring = new Scoring(SETTINGS);

    @Test
    void isFullWhereNothingIsWrong() {
        HealthScore score = scoring.score(List.of(check("db", true, HealthStatus.UP)), Vitals.NONE);

        assertThat(score).isEqualTo(new HealthScore(100, 100, List.of()));
    }

    @Test
    void isCappedAtOnceWhereSomethingRequiredFails() {
        List<CheckState> up = List.of(check("db", true, HealthStatus.UP));
        scoring.sample(scoring.score(up, Vitals.NONE));
        scoring.sample(scoring.score(up, Vitals.NONE));

        HealthScore score = scoring.score(List.of(check("db", true, HealthStatus.DOWN)), Vitals.NONE);

        assertThat(score.raw()).isEqualTo(25);
        assertThat(score.value()).isEqualTo(25);
        assertThat(score.deductions()).containsExactly(new Deduction(75, "required check db is DOWN", "X-1 is away"));
    }

    @Test
    void isTheMeanOfThreeSamples() {
        scoring.sample(scoring.score(List.of(), Vitals.NONE));
        scoring.sample(scoring.score(List.of(), Vitals.NONE));
        Vitals full = vitals(Map.of("system.disk", 1.0));

        scoring.sample(scoring.score(List.of(), full));
        HealthScore first = scoring.score(List.of(), full);
        scoring.sample(scoring.score(List.of(), full));
        HealthScore second = scoring.score(List.of(), full);
        scoring.sample(scoring.score(List.of(), full));
        HealthScore third = scoring.score(List.of(), full);

        assertThat(List.of(first, second, third)).extracting(HealthScore::raw).containsOnly(90);
        assertThat(List.of(first, second, third)).extracting(HealthScore::value).containsExactly(97, 93, 90);
    }

    @Test
    void countsTheNewestSamplingOnceHoweverFewThereWere() {
        scoring.sample(scoring.score(List.of(), Vitals.NONE));
        Vitals full = vitals(Map.of("system.disk", 1.0));
        scoring.sample(scoring.score(List.of(), full));

        assertThat(scoring.score(List.of(), full).value()).isEqualTo(95);
    }

    @Test
    void namesTheFigureAndWhatItMayBe() {
        HealthScore score = scoring.score(List.of(), vitals(Map.of("http.server.requests.p95", 0.6)));

        assertThat(score.deductions())
                .containsExactly(new Deduction(
                        8, "requests are slow", "http.server.requests.p95 is 0.6000, up to 0.2000 is fine"));
    }

    @Test
    void isAtMostHalfOnceItIsStale() {
        HealthScore stale = Scoring.stale(scoring.score(List.of(), Vitals.NONE));
        HealthScore bad = Scoring.stale(scoring.score(List.of(check("db", true, HealthStatus.DOWN)), Vitals.NONE));

        assertThat(stale.value()).isEqualTo(50);
        assertThat(stale.deductions()).hasSize(1);
        assertThat(bad.value()).isZero();
        assertThat(bad.deductions()).extracting(Deduction::points).containsExactly(75, 25);
    }

    /** Any system of up to six checks and all figures; one of them gets worse. */
    @ParameterizedTest
    @MethodSource("seeds")
    void neverRisesWhereSomethingGetsWorse(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<CheckState> checks = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            checks.add(check("c" + i, random.nextBoolean(), any(random)));
        }
        Map<String, Double> figures = new HashMap<>();
        for (Strain strain : STRAINS) {
            figures.put(strain.metric(), strain.to() * random.nextDouble(1.2));
        }

        HealthScore before = scoring.score(checks, vitals(figures));
        worsen(random, checks, figures);
        HealthScore after = scoring.score(checks, vitals(figures));

        assertThat(after.raw()).isLessThanOrEqualTo(before.raw());
        assertThat(after.value()).isLessThanOrEqualTo(before.value());
        assertThat(100 - after.deductions().stream().mapToInt(Deduction::points).sum())
                .isEqualTo(after.raw());
    }

    private static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    private static void worsen(RandomGenerator random, List<CheckState> checks, Map<String, Double> figures) {
        if (checks.isEmpty() || random.nextBoolean()) {
            Strain strain = STRAINS.get(random.nextInt(STRAINS.size()));
            figures.merge(strain.metric(), strain.to() * random.nextDouble(), Double::sum);
            return;
        }
        int index = random.nextInt(checks.size());
        CheckState old = checks.get(index);
        int status = FROM_GOOD_TO_BAD.indexOf(old.status());
        HealthStatus worse = FROM_GOOD_TO_BAD.get(random.nextInt(status, FROM_GOOD_TO_BAD.size()));
        checks.set(index, check(old.name(), old.required(), worse));
    }

    private static HealthStatus any(RandomGenerator random) {
        return FROM_GOOD_TO_BAD.get(random.nextInt(FROM_GOOD_TO_BAD.size()));
    }

    private static Vitals vitals(Map<String, Double> figures) {
        return metric -> figures.getOrDefault(metric, Double.NaN);
    }

    private static CheckState check(String name, boolean required, HealthStatus status) {
        HealthResult result = new HealthResult(status, "X-1", "is away", Map.of(), null);
        return CheckState.of(name, result, required, Instant.EPOCH);
    }
}
