package dev.renum.health.alert;

import static dev.renum.health.alert.AlertState.FIRING;
import static dev.renum.health.alert.AlertState.INACTIVE;
import static dev.renum.health.alert.AlertState.PENDING;

import dev.renum.health.HealthSettings;
import dev.renum.health.request.RequestStatistics;
import dev.renum.testkit.FakeTicker;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DefaultRulesTest {
    private static final String ERRORS = "http.server.requests.errors";

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
        AlertRule named = DefaultRules.of(HealthSettings.builder().build()).stream()
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
