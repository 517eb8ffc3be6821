package dev.renum.health.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthCode;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.testkit.PostgresServer;
import dev.renum.testkit.RedisServer;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers whose processes are stopped, so that the system takes connections in their name and nobody answers. */
@Timeout(120)
final class PausedServersTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final int ENOUGH = 10_000;

    @Test
    void areDownWithinTimeoutAndIntervalByPostgres() {
        try (PostgresServer postgres = PostgresServer.start()) {
            HealthCheck check = DataSourceCheck.of(postgres.dataSource());

            assertDownInTime(check, HealthCode.TIMEOUT, postgres::pause, postgres::resume);
        }
    }

    @Test
    void areDownWithinTimeoutAndIntervalByRedis() {
        try (RedisServer redis = RedisServer.start()) {
            HealthCheck check = TcpCheck.of("127.0.0.1", redis.port())
                    .exchange("PING\r\n", "+PONG")
                    .limit(TIMEOUT.dividedBy(2));

            assertDownInTime(check, HealthCode.NO_ANSWER, redis::pause, redis::resume);
        }
    }

    @Test
    void seemWellToWhoOnlyConnects() throws InterruptedException {
        try (RedisServer redis = RedisServer.start()) {
            redis.pause();

            assertThat(TcpCheck.of("127.0.0.1", redis.port())
                            .limit(LIMIT)
                            .check()
                            .status())
                    .isEqualTo(HealthStatus.UP);

            redis.resume();
        }
    }

    private static void assertDownInTime(HealthCheck check, HealthCode code, Runnable pause, Runnable resume) {
        CheckSpec spec =
                CheckSpec.of("server", check).required().interval(INTERVAL).timeout(TIMEOUT);
        try (HealthMonitor monitor = HealthMonitor.builder(
                        HealthSettings.builder().build())
                .check(spec)
                .build()) {
            await().atMost(LIMIT).until(() -> monitor.snapshot().isReady());

            pause.run();
            long begun = System.nanoTime();
            long[] reads = readUntilDown(monitor);
            Duration noticed = Duration.ofNanos(System.nanoTime() - begun);
            String cause = monitor.snapshot().check("server").code();
            resume.run();

            assertThat(noticed).isLessThan(TIMEOUT.plus(INTERVAL).plus(SLACK));
            assertThat(cause).isEqualTo(code.id());
            assertThat(reads.length).isGreaterThan(ENOUGH);
            assertThat(Duration.ofNanos(reads[reads.length / 1_000 * 999])).isLessThan(Duration.ofMillis(1));
            await().atMost(LIMIT).until(() -> monitor.snapshot().isReady());
        }
    }

    /** How long each read took, in nanoseconds, the shortest first. */
    private static long[] readUntilDown(HealthMonitor monitor) {
        long[] reads = new long[1_000_000];
        long end = System.nanoTime() + LIMIT.toNanos();
        int count = 0;
        boolean ready = true;
        while (ready && System.nanoTime() < end) {
            long begun = System.nanoTime();
            ready = monitor.snapshot().isReady();
            reads[count++ % reads.length] = System.nanoTime() - begun;
        }
        long[] taken = Arrays.copyOf(reads, Math.min(count, reads.length));
        Arrays.sort(taken);
        return taken;
    }
}
