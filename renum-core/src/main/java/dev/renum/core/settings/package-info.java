/**
 * How a module declares its settings, and how they change while it runs.
 *
 * <p>Start with {@link dev.renum.core.settings.Settings}: settings are one immutable record, annotated with it, and with a builder if hosts create it too.
 * {@code renum-config} creates it from what sources set, and holds every value to the annotations of its component; what it cannot take becomes a
 * problem with its place, never an exception of its own. Code that creates the record by itself meets the canonical constructor alone, so that one
 * checks what must always hold. A component's key is its name in kebab case: {@code maximumSize} is {@code maximum-size}.
 *
 * <pre>{@code
 * @Settings(prefix = "backend")
 * public record BackendSettings(
 *         @Doc("The port of the application.") @Default("8080") @Range(min = "1", max = "65535") int port,
 *         @Doc("The least severe message that is logged.") @Default("INFO") @Live LogLevel logLevel,
 *         @Doc("Signs the sessions.") Secret<String> sessionKey) {}
 * }</pre>
 *
 * <p>A component without {@link dev.renum.core.settings.Default} is required unless it is an {@code Optional}, a {@code Map} or {@code @Nullable}. One that
 * is a record has settings of its own, and is required only as far as they are.
 *
 * <p>The package starts no thread. On which threads a change runs, {@link dev.renum.core.settings.Reconfigurable} says.
 */
@NullMarked
package dev.renum.core.settings;

import org.jspecify.annotations.NullMarked;
