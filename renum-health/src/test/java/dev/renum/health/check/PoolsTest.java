package dev.renum.health.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.HealthCode;
import dev.renum.testkit.PostgresServer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pools as they are; HikariCP by a class loader of its own, since this module knows no pool. */
@Timeout(120)
final class PoolsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Path HIKARI =
            Path.of(System.getProperty("renum.test.jars", "target/jars"), "HikariCP-5.1.0.jar");

    @Test
    void areDegradedWhileEveryConnectionIsLeasedAndDownWhileTheServerIs() throws Exception {
        try (PostgresServer postgres = PostgresServer.start();
                URLClassLoader library =
                        new URLClassLoader(new URL[] {HIKARI.toUri().toURL()});
                AutoCloseable pool = hikariOfOne(library, postgres.dataSource())) {
            DataSourceCheck check = DataSourceCheck.of((DataSource) pool);

            HealthResult busy = checkWhileLeased((DataSource) pool, check);
            HealthResult free = check.check();
            postgres.stop();
            List<String> down = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                down.add(check.check().code() + "");
            }
            postgres.restart();
            await().atMost(LIMIT).until(() -> check.check().status() == HealthStatus.UP);
            HealthResult busyAgain = checkWhileLeased((DataSource) pool, check);

            assertThat(busy.status()).isEqualTo(HealthStatus.DEGRADED);
            assertThat(busy.code()).isEqualTo(HealthCode.POOL_EXHAUSTED.id());
            assertThat(free.status()).isEqualTo(HealthStatus.UP);
            assertThat(down).containsOnly(HealthCode.DATABASE_DOWN.id());
            assertThat(busyAgain.code()).isEqualTo(HealthCode.POOL_EXHAUSTED.id());
        }
    }

    /** H2's throws what a server does that cannot be reached. */
    @Test
    void areDownWhereTheyDoNotSayThatTheyAreBusy() throws Exception {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:", "", "");
        pool.setMaxConnections(1);
        pool.setLoginTimeout(1);
        try {
            HealthResult busy = checkWhileLeased(pool, DataSourceCheck.of(pool));

            assertThat(busy.code()).isEqualTo(HealthCode.DATABASE_DOWN.id());
        } finally {
            pool.dispose();
        }
    }

    private static HealthResult checkWhileLeased(DataSource pool, DataSourceCheck check) throws Exception {
        try (Connection leased = pool.getConnection()) {
            assertThat(leased.isValid(10)).isTrue();
            return check.check();
        }
    }

    private static AutoCloseable hikariOfOne(ClassLoader library, DataSource source) throws Exception {
        Class<?> type = library.loadClass("com.zaxxer.hikari.HikariDataSource");
        Object pool = type.getConstructor().newInstance();
        type.getMethod("setDataSource", DataSource.class).invoke(pool, source);
        type.getMethod("setMaximumPoolSize", int.class).invoke(pool, 1);
        type.getMethod("setConnectionTimeout", long.class).invoke(pool, 250L);
        return (AutoCloseable) pool;
    }
}
