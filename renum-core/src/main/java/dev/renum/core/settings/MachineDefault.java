package dev.renum.core.settings;

import static java.util.Objects.requireNonNull;

/**
 * A default that a {@link MachineDefaults} computed.
 *
 * @param key the key of the component relative to the section, such as {@code remote.pool-size}
 * @param value the value, written as in a file
 * @param because why it depends on the machine; shown in reports
 */
public record MachineDefault(String key, String value, String because) {
    /**
     * Checks that there is a reason.
     *
     * @throws IllegalArgumentException if {@code because} is blank
     */
    public MachineDefault {
        requireNonNull(key, "key");
        requireNonNull(value, "value");
        if (because.isBlank()) {
            throw new IllegalArgumentException(
                    "the default of " + key + " has no reason: say why it depends on the machine");
        }
    }
}
