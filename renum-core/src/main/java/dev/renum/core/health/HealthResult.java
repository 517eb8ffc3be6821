package dev.renum.core.health;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one {@link HealthCheck}.
 *
 * @param status the state of the component
 * @param code a stable code for the cause, or {@code null} when there is nothing to explain
 * @param message a short explanation for an operator, without secrets, or {@code null} if there is nothing to say
 * @param details figures worth showing, in the order given; unmodifiable
 * @param version the version of the service probed, such as {@code 18.6}, or {@code null} if it has none or it is not known
 */
public record HealthResult(
        HealthStatus status,
        @Nullable String code,
        @Nullable String message,
        Map<String, String> details,
        @Nullable String version) {
    private static final HealthResult UP = of(HealthStatus.UP, null, null);

    /** Copies {@code details}. */
    public HealthResult {
        requireNonNull(status, "status");
        details = copyOf(details);
    }

    /** The component works. */
    public static HealthResult up() {
        return UP;
    }

    /** The component works with restrictions. */
    public static HealthResult degraded(String code, String message) {
        return of(HealthStatus.DEGRADED, requireNonNull(code, "code"), requireNonNull(message, "message"));
    }

    /** The component does not work. */
    public static HealthResult down(String code, String message) {
        return of(HealthStatus.DOWN, requireNonNull(code, "code"), requireNonNull(message, "message"));
    }

    /** The component refuses work on purpose. */
    public static HealthResult outOfService(String code, String message) {
        return of(HealthStatus.OUT_OF_SERVICE, requireNonNull(code, "code"), requireNonNull(message, "message"));
    }

    /** The state of the component could not be found out. */
    public static HealthResult unknown(String code, String message) {
        return of(HealthStatus.UNKNOWN, requireNonNull(code, "code"), requireNonNull(message, "message"));
    }

    /** The component is switched off on purpose. */
    public static HealthResult disabled(String message) {
        return of(HealthStatus.DISABLED, null, requireNonNull(message, "message"));
    }

    /** The same result with one more detail, or another value of it. */
    public HealthResult withDetail(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
        return new HealthResult(status, code, message, more, version);
    }

    /** The same result with the version of the service probed. */
    public HealthResult withVersion(String version) {
        return new HealthResult(status, code, message, details, requireNonNull(version, "version"));
    }

    private static HealthResult of(HealthStatus status, @Nullable String code, @Nullable String message) {
        return new HealthResult(status, code, message, Map.of(), null);
    }

    private static Map<String, String> copyOf(Map<String, String> details) {
        Map<String, String> copy = new LinkedHashMap<>(details);
        copy.forEach((name, value) -> {
            requireNonNull(name, "name of a detail");
            requireNonNull(value, () -> "detail " + name);
        });
        return Collections.unmodifiableMap(copy);
    }
}
