package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class UrlDataSourceTest {
    private final DataSource source = new UrlDataSource("jdbc:nobody://here", "user", "secret");

    @Test
    void saysThatNoDriverKnowsTheUrl() {
        assertThatThrownBy(source::getConnection)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("jdbc:nobody://here");
    }

    @Test
    void wrapsNothingButItself() throws SQLException {
        assertThat(source.isWrapperFor(UrlDataSource.class)).isTrue();
        assertThat(source.unwrap(DataSource.class)).isSameAs(source);
        assertThat(source.isWrapperFor(Connection.class)).isFalse();
        assertThatThrownBy(() -> source.unwrap(Connection.class)).hasMessageContaining("java.sql.Connection");
    }

    @Test
    void hasNoLogAndNoTimeoutOfItsOwn() throws SQLException {
        assertThat(source.getLogWriter()).isNull();
        assertThat(source.getLoginTimeout()).isZero();
        assertThatThrownBy(() -> source.setLoginTimeout(1)).isInstanceOf(SQLFeatureNotSupportedException.class);
        assertThatThrownBy(() -> source.setLogWriter(new PrintWriter(Writer.nullWriter(), false)))
                .isInstanceOf(SQLFeatureNotSupportedException.class);
        assertThatThrownBy(source::getParentLogger).isInstanceOf(SQLFeatureNotSupportedException.class);
    }

    @Test
    void doesNotShowThePassword() {
        assertThat(source).hasToString("UrlDataSource[jdbc:nobody://here]");
    }
}
