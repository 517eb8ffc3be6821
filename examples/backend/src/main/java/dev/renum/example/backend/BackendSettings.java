package dev.renum.example.backend;

import dev.renum.config.LogLevel;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;

/**
 * The settings of the application itself.
 *
 * @param port {@code backend.port}, 8080 by default; 0 takes a free one
 * @param dataDirectory {@code backend.data-directory}, required
 * @param logLevel {@code backend.log-level}, {@code INFO} by default; may change while it runs
 * @param requestsPerSecond {@code backend.requests-per-second}, 200 by default; may change while it runs
 * @param burst {@code backend.burst}, 400 by default, at least {@code requestsPerSecond}; may change while it runs
 */
@Settings(prefix = "backend", rules = BackendRules.class)
public record BackendSettings(
        @Doc("The port of the application on 127.0.0.1; 0 takes a free one.")
        @Default("8080")
        @Range(min = "0", max = "65535")
        int port,

        @Doc("Where the embedded database lies.") Path dataDirectory,

        @Doc("The least severe message that is logged.") @Default("INFO") @Live
        LogLevel logLevel,

        @Doc("How many requests for teams are served in a second, on average.")
        @Default("200")
        @Range(min = "1", max = "1000000")
        @Live
        int requestsPerSecond,

        @Doc("How many requests are served at once after a pause; at least requests-per-second.")
        @Default("400")
        @Range(min = "1", max = "1000000")
        @Live
        int burst) {}
