package dev.renum.health;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Orders need the network, which is down and so are they; then the network works again. */
final class CheckRegistryTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final HealthResult GONE = HealthResult.down("X-1", "gone");

    private final CheckRegistry checks = new CheckRegistry();
    private final MonitoredCheck network;
    private final MonitoredCheck orders;

    CheckRegistryTest() {
        List<MonitoredCheck> all = checks.add(
                List.of(
                        CheckSpec.of("network", HealthResult::up),
                        CheckSpec.of("orders", HealthResult::up).dependsOn("network")),
                0);
        network = all.get(0);
        orders = all.get(1);
        finish(network, start(network, 0), GONE, 1);
        finish(orders, start(orders, 0), GONE, 1);
    }

    @Test
    void asksWhatHasFailedForWantOfACauseAgainAtOnceWhenThatWorksAgain() {
        networkWorksAgain(SECOND);

        assertThat(orders.idleFor(SECOND)).isLessThanOrEqualTo(0);
        assertThat(suspectOfOrders(SECOND)).isEqualTo("network");
    }

    @Test
    void takesWhatFailsStillForACauseOfItsOwn() {
        networkWorksAgain(SECOND);

        finish(orders, start(orders, SECOND), GONE, SECOND + 1);

        assertThat(suspectOfOrders(SECOND + 1)).isNull();
        assertThat(orders.idleFor(SECOND + 1)).isPositive();
    }

    @Test
    void hearsNothingFromARunThatBeganWhileTheCauseWasDown() {
        CheckRun begun = requireNonNull(orders.startNow(SECOND));
        networkWorksAgain(SECOND + 1);

        finish(orders, begun, GONE, SECOND + 2);

        assertThat(suspectOfOrders(SECOND + 2)).isEqualTo("network");
        assertThat(orders.idleFor(SECOND + 2)).isLessThanOrEqualTo(0);
    }

    @Test
    void waitsFiveSecondsForAnAnswer() {
        networkWorksAgain(SECOND);

        assertThat(suspectOfOrders(6 * SECOND - 1)).isEqualTo("network");
        assertThat(suspectOfOrders(6 * SECOND)).isNull();
    }

    @Test
    void asksNothingAgainThatWorks() {
        finish(orders, start(orders, SECOND), HealthResult.up(), SECOND);

        networkWorksAgain(SECOND + 1);

        assertThat(suspectOfOrders(SECOND + 1)).isNull();
        assertThat(orders.idleFor(SECOND + 1)).isPositive();
    }

    private void networkWorksAgain(long now) {
        finish(network, start(network, now), HealthResult.up(), now);
    }

    private static CheckRun start(MonitoredCheck check, long now) {
        return requireNonNull(check.startNow(now));
    }

    private void finish(MonitoredCheck check, CheckRun run, HealthResult result, long now) {
        checks.finish(check, run, result, now, Instant.EPOCH);
    }

    private @Nullable String suspectOfOrders(long now) {
        return checks.states(now).get(1).suspect();
    }
}
