/**
 * How a module declares its settings, and how they change while it runs.
 *
 * <p>Settings are one immutable record with a builder, annotated {@link dev.renum.core.settings.Settings}. The canonical constructor
 * enforces what is allowed; the annotations describe it for reports and references. A component's key is its name in
 * kebab case: {@code maximumSize} is {@code maximum-size}.
 *
 * <pre>{@code
 * @Settings(prefix = "backend")
 * public record BackendSettings(
 *         @Doc("The port of the application.") @Default("8080") @Range(min = "1", max = "65535") int port,
 *         @Doc("The least severe message that is logged.") @Default("INFO") @Live LogLevel logLevel,
 *         @Doc("Signs the sessions.") Secret<String> sessionKey) {}
 * }</pre>
 *
 * <p>A component without {@link dev.renum.core.settings.Default} is required unless it is an {@code Optional} or {@code @Nullable}.
 */
@NullMarked
package dev.renum.core.settings;

import org.jspecify.annotations.NullMarked;
