package dev.renum.example.backend;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.renum.config.LogLevel;
import org.slf4j.LoggerFactory;

/** The log of the application. */
final class Log {
    private Log() {}

    /** Logs nothing less severe than {@code level} from now on. */
    static void level(LogLevel level) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.toLevel(level.name()));
    }
}
