package dev.renum.health.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthCode;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.HealthSnapshot;
import dev.renum.testkit.PostgresServer;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DataSourceCheckTest {
    private final JdbcDataSource h2 = new JdbcDataSource();

    DataSourceCheckTest() {
        h2.setUrl("jdbc:h2:mem:");
    }

    @Test
    void tellsProductAndVersion() throws SQLException {
        HealthResult result = DataSourceCheck.of(h2).check();

        assertThat(result.status()).isEqualTo(HealthStatus.UP);
        assertThat(result.details()).containsEntry("product", "H2");
        assertThat(result.version()).startsWith("2.");
    }

    @Test
    void givesEveryConnectionBack() throws SQLException {
        FlakyDataSource healthy = new FlakyDataSource(h2);
        FlakyDataSource invalid = new FlakyDataSource(h2).invalid();

        DataSourceCheck.of(healthy).check();
        HealthResult result =
                DataSourceCheck.of(invalid).validation(Duration.ofSeconds(2)).check();

        assertThat(result.code()).isEqualTo(HealthCode.DATABASE_DOWN.id());
        assertThat(result.message()).contains("2 s");
        assertThat(healthy.open()).isZero();
        assertThat(invalid.open()).isZero();
    }

    @Test
    void tellsAnExhaustedPoolFromAServerThatIsDown() throws SQLException {
        SQLException exhausted =
                new SQLTransientConnectionException("pool - Connection is not available, request timed out");
        SQLException down = new SQLTransientConnectionException(
                "pool - Connection is not available", "08001", new SQLException("refused", "08001"));
        SQLException refused = new SQLException("connection refused", "08001");

        assertThat(statusOf(exhausted)).isEqualTo("DEGRADED RNM-HLT-011");
        assertThat(statusOf(down)).isEqualTo("DOWN RNM-HLT-010");
        assertThat(statusOf(refused)).isEqualTo("DOWN RNM-HLT-010");
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void followsCausesThatGoInACircleNotForEver() throws SQLException {
        Exception first = new IllegalStateException("first");
        Exception second = new IllegalStateException("second", first);
        first.initCause(second);

        assertThat(statusOf(new SQLTransientConnectionException("timed out", first)))
                .isEqualTo("DEGRADED RNM-HLT-011");
    }

    @Test
    void takesADatabaseForUpThatDoesNotSayWhatItIs() throws SQLException {
        HealthResult result =
                DataSourceCheck.of(new FlakyDataSource(h2).anonymous()).check();

        assertThat(result).isEqualTo(HealthResult.up());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.5.5-10.11.8-MariaDB", "18.6 (Debian 18.6-1)"})
    void tellsTheVersionAsTheServerSaysIt(String told) {
        HealthResult result =
                DataSourceCheck.of(new FlakyDataSource(h2).ofVersion(told)).check();

        assertThat(result.version()).isEqualTo(told);
    }

    @Test
    void namesAFailureThatHasNoMessage() throws SQLException {
        HealthResult result = DataSourceCheck.of(new FlakyDataSource(h2).refusing(new SQLException()))
                .check();

        assertThat(result.message()).isEqualTo("cannot be reached: java.sql.SQLException (SQLState null)");
    }

    @Test
    void refusesAValidationThatJdbcCannotCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSourceCheck.of(h2).validation(Duration.ofMillis(999)))
                .withMessageContaining("PT0.999S");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DataSourceCheck.of(h2).validation(Duration.ofDays(1).plusSeconds(1)))
                .withMessageContaining("1 day");
    }

    @Test
    void noticesPostgresStoppedPausedAndBack() {
        Duration limit = Duration.ofSeconds(30);
        try (PostgresServer postgres = PostgresServer.start();
                HealthMonitor monitor = HealthMonitor.builder(
                                HealthSettings.builder().build())
                        .check(CheckSpec.of("db", DataSourceCheck.of(postgres.dataSource()))
                                .required()
                                .interval(Duration.ofMillis(100))
                                .timeout(Duration.ofSeconds(1)))
                        .build()) {
            HealthSnapshot up = await().atMost(limit).until(monitor::snapshot, HealthSnapshot::isReady);
            assertThat(up.check("db").result().version()).startsWith("18");

            postgres.stop();
            await().atMost(limit).until(() -> isDownBy(HealthCode.DATABASE_DOWN, monitor.snapshot()));

            postgres.restart();
            await().atMost(limit).until(() -> monitor.snapshot().isReady());

            postgres.pause();
            await().atMost(limit).until(() -> isDownBy(HealthCode.TIMEOUT, monitor.snapshot()));

            postgres.resume();
            await().atMost(limit).until(() -> monitor.snapshot().isReady());
        }
    }

    /** On a busy machine a check may be too late before it finds out what is wrong. */
    private static boolean isDownBy(HealthCode code, HealthSnapshot snapshot) {
        return !snapshot.isReady() && code.id().equals(snapshot.check("db").code());
    }

    private String statusOf(SQLException refusal) throws SQLException {
        HealthResult result =
                DataSourceCheck.of(new FlakyDataSource(h2).refusing(refusal)).check();
        return result.status() + " " + result.code();
    }
}
