package dev.renum.health.check;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Failures;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthCode;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Tells whether a database answers, and which version it says that it has. Immutable.
 *
 * <p>Borrows one connection, asks {@link Connection#isValid}, gives it back. A pool that has no connection free is degraded, not down: the
 * database may be well. JDBC has one way to say so, a {@link SQLTransientConnectionException} that no other {@code SQLException} caused, as HikariCP
 * throws it; the exhaustion of a pool that throws anything else cannot be told from a server that is away, and is shown as down. It is seen only if
 * the pool gives up before the check's timeout does, so let it wait for less.
 *
 * <p>Sockets ignore interrupts, so give the driver a socket timeout: without one, a database that stops answering costs one parked thread until the
 * connection breaks; it is shown as down all the same.
 */
public final class DataSourceCheck implements HealthCheck {
    /** Causes may go in a circle. */
    private static final int MAX_CAUSES = 100;

    private static final Duration LONGEST = Duration.ofDays(1);

    private final DataSource dataSource;
    private final Duration validation;

    private DataSourceCheck(DataSource dataSource, Duration validation) {
        this.dataSource = dataSource;
        this.validation = validation;
    }

    /** A check of {@code dataSource} that gives the validation of a connection 1 s. */
    public static DataSourceCheck of(DataSource dataSource) {
        return new DataSourceCheck(requireNonNull(dataSource, "dataSource"), Duration.ofSeconds(1));
    }

    /**
     * The same check with another limit for the validation, which JDBC counts in whole seconds.
     *
     * @throws IllegalArgumentException if it is less than 1 s or more than 1 day
     */
    public DataSourceCheck validation(Duration limit) {
        if (limit.compareTo(Duration.ofSeconds(1)) < 0 || limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("validation limit " + limit + " is not allowed: use 1 s to 1 day");
        }
        return new DataSourceCheck(dataSource, limit);
    }

    /** It does. */
    @Override
    public boolean leavesProcess() {
        return true;
    }

    @Override
    public HealthResult check() {
        try (Connection connection = dataSource.getConnection()) {
            return answered(connection);
        } catch (SQLException e) {
            return isExhausted(e)
                    ? HealthResult.degraded(HealthCode.POOL_EXHAUSTED.id(), "all connections of the pool are in use")
                    : down("cannot be reached: " + Failures.message(e) + " (SQLState " + e.getSQLState() + ")");
        }
    }

    private HealthResult answered(Connection connection) throws SQLException {
        if (!connection.isValid((int) validation.toSeconds())) {
            return down("does not answer within " + validation.toSeconds() + " s");
        }
        return described(connection.getMetaData());
    }

    /** Drivers and proxies need not say what they talk to. */
    private static HealthResult described(DatabaseMetaData metaData) throws SQLException {
        String product = metaData.getDatabaseProductName();
        String version = metaData.getDatabaseProductVersion();
        HealthResult up =
                product == null ? HealthResult.up() : HealthResult.up().withDetail("product", product);
        return version == null ? up : up.withVersion(version);
    }

    private static HealthResult down(String message) {
        return HealthResult.down(HealthCode.DATABASE_DOWN.id(), message);
    }

    /**
     * Pools say by {@link SQLTransientConnectionException} that none came free in time. They do the same when they could not open one, but then
     * the driver's exception is among the causes.
     */
    private static boolean isExhausted(SQLException e) {
        if (!(e instanceof SQLTransientConnectionException) || isConnectionFailure(e)) {
            return false;
        }
        Throwable cause = e.getCause();
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (cause instanceof SQLException) {
                return false;
            }
            cause = cause.getCause();
        }
        return true;
    }

    /** Class 08 of the SQL standard, "connection exception". */
    private static boolean isConnectionFailure(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("08");
    }
}
