package dev.renum.health;

import static java.util.Objects.requireNonNull;

import dev.renum.core.health.HealthStatus;
import java.util.List;

/**
 * Checks that belong together, and what they come to: the state of one part of the system. Immutable.
 *
 * @param name the name of the group
 * @param status the worst of its checks, whether they are required or not, since who asks for a part wants to know of that part; {@code DISABLED} ones do
 *     not count
 * @param checks what is known of each of its checks, in the order in which the group names them; unmodifiable
 * @param rootCauses the checks that have failed and explain why some of its own have, which need not belong to it; unmodifiable
 */
public record HealthGroup(String name, HealthStatus status, List<CheckState> checks, List<CheckState> rootCauses) {
    /** Copies the lists. */
    public HealthGroup {
        requireNonNull(name, "name");
        requireNonNull(status, "status");
        checks = List.copyOf(checks);
        rootCauses = List.copyOf(rootCauses);
    }
}
