package dev.renum.health.alert;

import static dev.renum.health.alert.AlertState.FIRING;
import static dev.renum.health.alert.AlertState.INACTIVE;
import static dev.renum.health.alert.AlertState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthCode;
import dev.renum.health.HealthSettings;
import dev.renum.health.request.RequestStatistics;
import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DefaultRulesTest {
    private static final List<AlertRule> RULES =
            DefaultRules.of(HealthSettings.builder().build());
    private static final String ERRORS = "http.server.requests.errors";

    @Test
    void allFireWhereEverythingIsWrong() {
        Scene scene = new Scene(RULES);

        passMinutes(scene, 10, 0, HealthResult.up());
        Set<String> active = union(scene.rulesIn(PENDING), scene.rulesIn(FIRING));
        passMinutes(scene, 10, 1, HealthResult.down(HealthCode.CERTIFICATE_ENDED.id(), "has ended"));
        Set<String> firing = scene.rulesIn(FIRING);
        scene.goStale();
        passMinutes(scene, 2, 0, HealthResult.up());

        assertThat(active).isEmpty();
        assertThat(firing)
                .isEqualTo(names(
                        rule -> !Set.of("monitor-stale", "required-check-away").contains(rule.name())));
        assertThat(scene.rulesIn(FIRING))
                .containsExactlyInAnyOrder(
                        "monitor-stale", "required-check-down", "certificate-ends-soon", "certificate-ends");
    }

    @Test
    void fireForARequiredCheckOfWhichNothingIsKnownOrThatRefusesWork() {
        Scene scene = new Scene(RULES);
        scene.check("unknown", HealthResult.unknown(HealthCode.NOT_RUN.id(), "was refused"));
        scene.pass(Duration.ZERO);
        scene.pass(Duration.ofSeconds(50));
        Set<String> early = scene.rulesIn(FIRING);
        scene.pass(Duration.ofSeconds(10));
        Set<String> unknown = scene.rulesIn(FIRING);
        scene.check("unknown", HealthResult.up());
        scene.pass(Duration.ofSeconds(10));
        Set<String> over = scene.rulesIn(FIRING);

        scene.check("refusing", HealthResult.outOfService("SHOP-1", "stocktaking"));
        scene.pass(Duration.ZERO);
        scene.pass(Duration.ofMinutes(1));

        assertThat(early).isEmpty();
        assertThat(unknown).containsExactly("required-check-away");
        assertThat(over).isEmpty();
        assertThat(scene.rulesIn(FIRING)).containsExactly("required-check-away");
    }

    @Test
    void tellOfARequiredCheckOnceWhenItIsDownInTheEnd() {
        Scene scene = new Scene(RULES);
        scene.check("db", HealthResult.unknown(HealthCode.NOT_RUN.id(), "was refused"));
        scene.pass(Duration.ZERO);
        scene.pass(Duration.ofMinutes(1));

        scene.check("db", HealthResult.down("SHOP-1", "gone"));
        scene.pass(Duration.ofMinutes(1));

        assertThat(scene.rulesIn(FIRING)).containsExactly("required-check-down");
    }

    @Test
    void tellNobodyOfAStartOrAnOrderlyStop() {
        Scene scene = new Scene(RULES);
        scene.check("db", HealthResult.unknown(HealthCode.NO_RESULT_YET.id(), "has not answered yet"));
        scene.check("shutdown", HealthResult.outOfService(HealthCode.SHUTTING_DOWN.id(), "is shutting down"));

        scene.pass(Duration.ZERO);
        scene.pass(Duration.ofMinutes(5));

        assertThat(union(scene.rulesIn(PENDING), scene.rulesIn(FIRING))).isEmpty();
    }

    private static void passMinutes(Scene scene, int minutes, double value, HealthResult result) {
        for (int i = 0; i < minutes; i++) {
            RULES.stream()
                    .map(rule -> rule.condition().metric())
                    .filter(Objects::nonNull)
                    .forEach(metric -> scene.measure(metric, value));
            scene.check("db", result);
            scene.pass(Duration.ofMinutes(1));
        }
    }

    private static Set<String> names(Predicate<AlertRule> which) {
        return RULES.stream().filter(which).map(AlertRule::name).collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    @Test
    void tellNobodyOfOneFailureAmongFewRequests() {
        String figure = errors(1, sampling -> sampling == 4 ? 1 : 0);

        RuleTester tester = rule("errors-high").series(ERRORS, figure);

        expectThroughout(tester, INACTIVE);
    }

    @Test
    void tellNobodyOfWhatFailsInOneMoment() {
        String figure = errors(20, sampling -> sampling == 4 ? 20 : 0);

        RuleTester tester = rule("errors-high").series(ERRORS, figure);

        tester.expect("2m", PENDING).expect("6m", PENDING);
        tester.expect("8m", INACTIVE).expect("20m", INACTIVE);
    }

    @Test
    void fireForFailuresThatGoOn() {
        String figure = errors(20, sampling -> 1);

        RuleTester tester = rule("errors-high").series(ERRORS, figure);

        tester.expect("6m", PENDING).expect("7m", FIRING);
    }

    @Test
    void fireSoonWhereMostRequestsFail() {
        String figure = errors(20, sampling -> 11);

        RuleTester tester = rule("most-requests-fail").series(ERRORS, figure);

        tester.expect("30s", PENDING).expect("1m", FIRING);
    }

    private static RuleTester rule(String name) {
        AlertRule named = RULES.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
        return RuleTester.rule(named).every("30s");
    }

    private static void expectThroughout(RuleTester tester, AlertState state) {
        IntStream.rangeClosed(0, 20).forEach(minute -> tester.expect(minute + "m", state));
    }

    /** The figure at each of forty samplings, if between two of them {@code requests} end and that many {@code fail}. */
    private static String errors(int requests, IntUnaryOperator fail) {
        FakeTicker ticker = new FakeTicker();
        RequestStatistics statistics = RequestStatistics.of(ticker);
        StringJoiner values = new StringJoiner(" ");
        for (int sampling = 0; sampling < 40; sampling++) {
            ticker.advance(Duration.ofSeconds(30));
            for (int i = 0; i < requests; i++) {
                statistics.end(statistics.begin(), "GET", "/", i < fail.applyAsInt(sampling) ? 500 : 200);
            }
            values.add(Double.toString(Figures.of(statistics).value(ERRORS)));
        }
        return values.toString();
    }
}
