package dev.renum.example.backend;

import dev.renum.core.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database: PostgreSQL if there is a URL, otherwise H2 in a directory.
 *
 * <p>H2 makes an empty database where it finds none, which after the first start is never what anybody wants. So a file beside it remembers
 * that there was one, and from then on it must exist.
 */
final class Storage implements AutoCloseable {
    private static final String MARKER = "backend.created";

    private final DataSource dataSource;
    private final String versions;
    private final StoredTeams teams;
    private final @Nullable Connection keptOpen;

    private Storage(DataSource dataSource, String versions, @Nullable Connection keptOpen) {
        this.dataSource = dataSource;
        this.versions = versions;
        this.teams = new StoredTeams(dataSource);
        this.keptOpen = keptOpen;
    }

    static Storage open(@Nullable Secret<String> url, Path directory) {
        create(directory);
        return url == null ? embedded(directory) : new Storage(postgres(url.reveal()), "[15,19)", null);
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** The range of versions of the database that this application has been tried with. */
    String versions() {
        return versions;
    }

    StoredTeams teams() {
        return teams;
    }

    @Override
    public void close() throws SQLException {
        if (keptOpen != null) {
            keptOpen.close();
        }
    }

    private static Storage embedded(Path directory) {
        Path marker = directory.resolve(MARKER);
        JdbcDataSource h2 = new JdbcDataSource();
        String mustExist = Files.exists(marker) ? ";IFEXISTS=TRUE" : "";
        h2.setUrl("jdbc:h2:file:" + directory.resolve("backend").toAbsolutePath() + mustExist);
        try {
            Connection connection = h2.getConnection();
            Files.writeString(marker, "The database beside this file has been created; it must not vanish.\n");
            return new Storage(h2, "[2,3)", connection);
        } catch (SQLException e) {
            throw refused(e, directory);
        } catch (IOException e) {
            throw new StartRefusedException("file " + marker + " cannot be written: " + e.getMessage());
        }
    }

    private static StartRefusedException refused(SQLException e, Path directory) {
        Path file = directory.resolve("backend.mv.db").toAbsolutePath();
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 ->
                new StartRefusedException("the database " + file
                        + " is gone, and no empty one is put in its place: move it back, or delete "
                        + directory.resolve(MARKER).toAbsolutePath() + " to begin anew");
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new StartRefusedException("the database " + file
                        + " is in use by another process: stop it, or set backend.data-directory");
            default -> new StartRefusedException("the database " + file + " cannot be opened: " + e.getMessage());
        };
    }

    private static void create(Path directory) {
        if (directory.toString().contains(";")) {
            throw new StartRefusedException("backend.data-directory " + directory
                    + " has a ';', which H2 takes for the end of the path: name another directory");
        }
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new StartRefusedException("backend.data-directory " + directory.toAbsolutePath()
                    + " is a file, not a directory: move it, or name another directory");
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "backend.data-directory " + directory.toAbsolutePath() + " cannot be created: " + e.getMessage());
        }
    }

    private static DataSource postgres(String url) {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        try {
            postgres.setUrl(PostgresUrl.toJdbc(url.strip()));
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException(
                    "database.url is not allowed: use jdbc:postgresql://host/database or postgres://user:password@host/database");
        }
        postgres.setConnectTimeout(2);
        postgres.setSocketTimeout(5);
        postgres.setApplicationName("backend");
        return postgres;
    }
}
