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
 * @param port {@code backend.port}
 * @param dataDirectory {@code backend.data-directory}
 * @param logLevel {@code backend.log-level}
 */
@Settings(prefix = "backend")
public record BackendSettings(
        @Doc("The port of the application on 127.0.0.1; 0 takes a free one.")
        @Default("8080")
        @Range(min = "0", max = "65535")
        int port,

        @Doc("Where the embedded database lies.") Path dataDirectory,

        @Doc("The least severe message that is logged.") @Default("INFO") @Live
        LogLevel logLevel) {}
