package dev.renum.example.backend;

import static dev.renum.core.Environment.Kind.PRODUCTION;

import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Required;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Where the teams are kept.
 *
 * @param url {@code database.url}, so the variable {@code DATABASE_URL}; the embedded H2 database if it is not set, which production does not allow
 */
@Settings(prefix = "database")
public record DatabaseSettings(
        @Doc(
                "jdbc:postgresql://… or postgres://user:password@host:port/database; without it, H2 in backend.data-directory.")
        @Required(in = PRODUCTION)
        @Nullable
        Secret<String> url) {}
