package dev.renum.health.check;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Gives connections of another data source, and misbehaves on request. */
final class FlakyDataSource implements DataSource {
    private final DataSource real;
    private final AtomicInteger open = new AtomicInteger();
    private @Nullable SQLException refusal;
    private boolean valid = true;
    private boolean anonymous;
    private @Nullable String version;

    FlakyDataSource(DataSource real) {
        this.real = real;
    }

    FlakyDataSource refusing(SQLException refusal) {
        this.refusal = refusal;
        return this;
    }

    FlakyDataSource invalid() {
        valid = false;
        return this;
    }

    /** Whose database does not say what it is. */
    FlakyDataSource anonymous() {
        anonymous = true;
        return this;
    }

    /** Whose database says only its version. */
    FlakyDataSource ofVersion(String version) {
        this.version = version;
        return anonymous();
    }

    int open() {
        return open.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (refusal != null) {
            throw refusal;
        }
        Connection connection = real.getConnection();
        open.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(
                FlakyDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("isValid")) {
                        return valid;
                    }
                    if (method.getName().equals("close")) {
                        open.decrementAndGet();
                    }
                    if (anonymous && method.getName().equals("getMetaData")) {
                        return knowing(version);
                    }
                    return method.invoke(connection, arguments);
                });
    }

    private static Object knowing(@Nullable String version) {
        return Proxy.newProxyInstance(
                FlakyDataSource.class.getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, arguments) -> method.getName().equals("getDatabaseProductVersion") ? version : null);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
