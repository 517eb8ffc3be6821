package dev.renum.health.alert;

import static dev.renum.core.health.HealthStatus.DEGRADED;
import static dev.renum.core.health.HealthStatus.DOWN;
import static dev.renum.core.health.HealthStatus.UP;
import static dev.renum.health.alert.AlertState.FIRING;
import static dev.renum.health.alert.AlertState.INACTIVE;
import static dev.renum.health.alert.AlertState.PENDING;
import static dev.renum.health.alert.AlertState.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The states of an alert, row by row as the documentation of Prometheus describes {@code for} (pending until it has been active for as long),
 * {@code keep_firing_for} (firing for as long after the condition was last met), resolution, and missing samples; the last is our own policy.
 */
final class AlertStatesTest {
    private static final AlertRule HIGH = AlertRule.threshold("high", "load").above(1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what                                    | for | keep | series            | states at 0m, 1m, 2m, …
            never active                              | 0   | 0    | 1x3               | I I I I
            at once without for                       | 0   | 0    | 2x2               | F F F
            resolved at once without keep             | 0   | 0    | 2 1 1             | F R R
            fires again after it was resolved         | 0   | 0    | 2 1 2             | F R F
            pending until active for as long          | 2   | 0    | 2x3               | P P F F
            a for shorter than the interval           | 0.5 | 0    | 2x1               | P F
            a break of the condition begins anew      | 2   | 0    | 2 2 1 2 2 2       | P P I P P F
            pending is not resolved but inactive      | 2   | 0    | 2 1               | P I
            keeps firing while it clears              | 0   | 2    | 2 1 1 1           | F F F R
            keeping is no matter while pending        | 1   | 5    | 2 1 1             | P I I
            active again while it clears              | 0   | 2    | 2 1 2 1 1 1       | F F F F F R
            for and keep together                     | 1   | 1    | 2 2 1 1 1         | P F F R R
            pending anew after it was resolved        | 1   | 0    | 2 2 1 2 2         | P F R P F
            resolved for a quarter of an hour         | 0   | 0    | 2 1x20            | F RRRRRRRRRRRRRRR I I I I I I
            missing keeps firing                      | 0   | 0    | 2 _x2 1           | F F F R
            missing does not begin to fire            | 2   | 0    | 2 _x3 2 2 2       | P P P P P F F
            missing does not resolve what clears      | 0   | 1    | 2 1 _x3 1         | F F F F F R
            a series that ends keeps firing           | 0   | 0    | 2 stale           | F F F F
            the limit itself is not above it          | 0   | 0    | 1 1.0001          | I F
            infinite is above                         | 0   | 0    | -Inf Inf          | I F
            """)
    void go(String what, double minutes, double keep, String series, String states) {
        AlertRule rule = HIGH.forAtLeast(minutes(minutes)).keepFiringFor(minutes(keep));

        RuleTester tester = RuleTester.rule(rule).series("load", series);

        expect(tester, states);
    }

    @Test
    void clearsOnlyBelowItsOwnThreshold() {
        AlertRule rule = HIGH.clearBelow(0.5);

        expect(RuleTester.rule(rule).series("load", "1.1 0.9 0.6 0.5 0.9 1.1"), "F F F R R F");
        expect(RuleTester.rule(rule).series("load", "0.9 0.9"), "I I");
        expect(
                RuleTester.rule(AlertRule.threshold("low", "load").below(1).clearAbove(2))
                        .series("load", "0.9 1.5 2"),
                "F F R");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KEEP  | 2 _x3 2 | F F F F F
            KEEP  | _x3 2   | I I I F
            CLEAR | 2 _x3 2 | F R R R F
            FIRE  | 1 _x3 1 | I F F F R
            """)
    void followThePolicyForMissingData(NoData policy, String series, String states) {
        expect(RuleTester.rule(HIGH.whenNoData(policy)).series("load", series), states);
    }

    @Test
    void fireForAFigureThatHasNoSeriesAtAllOnlyIfTheyAreToldTo() {
        expect(RuleTester.rule(HIGH.whenNoData(NoData.FIRE)), "F F");
        expect(RuleTester.rule(HIGH), "I I");
        expect(RuleTester.rule(AlertRule.absence("gone", "load").forAtLeast(Duration.ofMinutes(1))), "P F F");
    }

    @Test
    void fireForAFigureThatNobodyMeasuresAnyMore() {
        AlertRule rule = AlertRule.absence("gone", "load");

        expect(RuleTester.rule(rule).series("load", "1x2 _x6 1"), "I I I PPPPP F R");
        expect(RuleTester.rule(rule.forAtLeast(Duration.ZERO)).series("load", "1x2 _x2 1"), "I I I F F R");
    }

    @Test
    void doNotFireForAFigureThatIsNotMeasuredYet() {
        AlertRule rule = AlertRule.absence("gone", "load");

        expect(RuleTester.rule(rule).series("load", "_x5 1x6"), "PPPPP IIIIII");
        expect(RuleTester.rule(rule), "PPPPP FFF");
    }

    @Test
    void fireForWhatChangesTooFast() {
        AlertRule rule =
                AlertRule.rateOfChange("fills", "disk", Duration.ofMinutes(4)).above(1);

        expect(RuleTester.rule(rule).series("disk", "0+60x4 300+120x4 780x5"), "I I I I I I F F F F F R");
        expect(RuleTester.rule(rule).series("disk", "0 _x2 1000 _x9"), "I I I F F F F");
        expect(
                RuleTester.rule(AlertRule.rateOfChange("falls", "disk", Duration.ofMinutes(2))
                                .below(-1))
                        .series("disk", "900-61x4"),
                "I F F F");
    }

    @Test
    void followAChecksStatus() {
        expect(RuleTester.rule(AlertRule.requiredCheckDown("down")).check("db", UP, DEGRADED, DOWN, UP), "I I F R");
        expect(
                RuleTester.rule(AlertRule.checkStatus("degraded", "db", DEGRADED))
                        .check("db", UP, DEGRADED, DOWN, UP),
                "I F F R");
        expect(
                RuleTester.rule(AlertRule.checkStatus("other", "cache", DEGRADED))
                        .check("db", DOWN),
                "I I");
    }

    @Test
    void areJudgedAtTheIntervalThatIsAskedFor() {
        AlertRule rule = AlertRule.threshold("cpu-high", "system.cpu")
                .above(0.9)
                .clearBelow(0.8)
                .forAtLeast(Duration.ofMinutes(2))
                .keepFiringFor(Duration.ofMinutes(5));

        RuleTester.rule(rule)
                .series("system.cpu", "0.5x4 0.95x10 _x3 0.5x5 0.5x20")
                .every("30s")
                .expect("2m", INACTIVE)
                .expect("150s", PENDING)
                .expect("4m", PENDING)
                .expect("270s", FIRING)
                .expect("14m", FIRING)
                .expect("15m", RESOLVED);
    }

    @Test
    void sayWhatTheyAreInsteadOfWhatIsExpected() {
        RuleTester tester = RuleTester.rule(HIGH).series("load", "2x2");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> tester.expect("1m", RESOLVED))
                .withMessage("rule 'high' is FIRING after 1m, not RESOLVED");
    }

    @Test
    void areJudgedOverAHundredThousandIntervals() {
        RuleTester tester = RuleTester.rule(HIGH).series("load", "1x99999 2").every("1s");

        tester.expect("99999s", INACTIVE).expect("100000s", FIRING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tester.expect("100001s", FIRING))
                .withMessage("time '100001s' of 100001 intervals is not allowed: use at most 100000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999d", "3651d", "87601h"})
    void refuseATimeThatIsTooLong(String time) {
        RuleTester tester = RuleTester.rule(HIGH).every("3650d");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tester.expect(time, INACTIVE))
                .withMessage("time '" + time + "' is not allowed: use at most 3650d");
        assertThatIllegalArgumentException().isThrownBy(() -> tester.every(time));
        tester.expect("3650d", INACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2 x", "5x", "5+1", "x3", "_3", "1,5", "5x1234567", "--1", "0x1p3"})
    void refuseASeriesThatIsNotInTheNotation(String series) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleTester.rule(HIGH).series("load", series))
                .withMessageContaining("is no part of a series");
    }

    @Test
    void readTheNotationOfPrometheus() {
        assertThat(SeriesNotation.parse("1+2x3 10-5x2 7x1 -4 _ _x2 1e3 .5"))
                .isEqualTo(List.of(
                        1.0,
                        3.0,
                        5.0,
                        7.0,
                        10.0,
                        5.0,
                        0.0,
                        7.0,
                        7.0,
                        -4.0,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        1000.0,
                        0.5));
        assertThat(SeriesNotation.parse("1 stale")).isEqualTo(List.of(1.0, Double.NaN));
    }

    private static void expect(RuleTester tester, String states) {
        String letters = states.replaceAll("\\s", "");
        for (int minute = 0; minute < letters.length(); minute++) {
            tester.expect(minute + "m", state(letters.substring(minute, minute + 1)));
        }
    }

    private static AlertState state(String letter) {
        return Arrays.stream(AlertState.values())
                .filter(state -> state.name().startsWith(letter))
                .findFirst()
                .orElseThrow();
    }

    private static Duration minutes(double minutes) {
        return Duration.ofSeconds((long) (minutes * 60));
    }
}
