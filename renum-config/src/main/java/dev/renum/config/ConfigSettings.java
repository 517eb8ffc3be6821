package dev.renum.config;

import static dev.renum.core.Environment.Kind.DEVELOPMENT;
import static dev.renum.core.Environment.Kind.TEST;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of this module, which are part of every configuration.
 *
 * @param enabled {@code renum.config.enabled}, default true: false keeps the configuration of the start and watches nothing
 * @param directory {@code renum.config.directory}, by variable or system property only: where {@code application…} files are read too
 * @param secretsDirectory {@code renum.config.secrets-directory}, likewise: where secrets are read, one file for each key
 * @param debugMode {@code renum.config.debug-mode}, default false, true in development: see {@link EnvironmentConfig#debugMode()}
 * @param logLevel {@code renum.config.log-level}, default {@code INFO}, {@code DEBUG} in development: see {@link EnvironmentConfig#logLevel()}
 * @param watch {@code renum.config.watch}, default true, false in test: whether a changed file is loaded by itself
 * @param pollInterval {@code renum.config.poll-interval}, default 30 s, 2 s in development, 100 ms to 1 h: how often files are compared
 * @param participantTimeout {@code renum.config.participant-timeout}, default 10 s, 10 ms to 10 min: how long one participant of a reload may
 *     take to prepare or to commit
 */
@Settings(prefix = "renum.config")
record ConfigSettings(
        @Doc("Whether files are watched and can be reloaded; without it the configuration of the start stays.")
        @Default("true")
        boolean enabled,

        @Doc("Where application… files are read besides the class path; only as a variable or system property.")
        @Nullable
        Path directory,

        @Doc("Where secrets are read, one file for each key; only as a variable or system property.") @Nullable
        Path secretsDirectory,

        @Doc("Whether the application shows what only its developers should see.")
        @Default("false")
        @Default(value = "true", in = DEVELOPMENT, because = "a developer wants to see everything")
        @Live
        boolean debugMode,

        @Doc("How much the application logs.")
        @Default("INFO")
        @Default(value = "DEBUG", in = DEVELOPMENT, because = "a developer wants to see everything")
        @Live
        LogLevel logLevel,

        @Doc("Whether a changed file is loaded by itself.")
        @Default("true")
        @Default(value = "false", in = TEST, because = "a test shall not change under way")
        boolean watch,

        @Live
        @Doc("How often files are compared, besides the notifications of the file system.")
        @Default("30s")
        @Default(value = "2s", in = DEVELOPMENT, because = "somebody waits for the change")
        @Range(min = "100ms", max = "1h")
        Duration pollInterval,

        @Live
        @Doc("How long one participant of a reload may take to prepare or to commit.")
        @Default("10s")
        @Range(min = "10ms", max = "10m")
        Duration participantTimeout) {
    /** The key of {@code enabled}. */
    static final String ENABLED = "renum.config.enabled";

    /** The key of {@code directory}. */
    static final String DIRECTORY = "renum.config.directory";

    /** The key of {@code secretsDirectory}. */
    static final String SECRETS_DIRECTORY = "renum.config.secrets-directory";

    /** Checks the ranges. */
    ConfigSettings {
        check("poll-interval", pollInterval, Duration.ofMillis(100), Duration.ofHours(1));
        check("participant-timeout", participantTimeout, Duration.ofMillis(10), Duration.ofMinutes(10));
    }

    private static void check(String key, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    "renum.config." + key + " " + value + " is not allowed: use " + min + " to " + max);
        }
    }
}
