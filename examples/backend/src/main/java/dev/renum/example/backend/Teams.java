package dev.renum.example.backend;

import java.util.List;
import java.util.Optional;

/** The teams that there are. */
interface Teams {
    /**
     * A new team.
     *
     * @throws NameTakenException if another team has the name
     */
    Team create(String name);

    /** All teams by name. */
    List<Team> list();

    /** The team {@code id}. */
    Optional<Team> find(long id);

    /**
     * The team {@code id} under its new name; empty if there is none.
     *
     * @throws NameTakenException if another team has the name
     */
    Optional<Team> rename(long id, String name);

    /** Whether there was a team {@code id}, which is gone now. */
    boolean delete(long id);

    /** Another team has the name. */
    final class NameTakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NameTakenException(String name) {
            super("there is already a team named '" + name + "'");
        }
    }

    /** The database does not answer, or not as it should. */
    final class StorageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StorageException(Throwable cause) {
            super("the teams cannot be reached now", cause);
        }
    }
}
