package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a setting, or each setting of a group, has the value that it has. Its {@code toString} is meant for the person at the console.
 *
 * @param key the key that was asked for
 * @param environment where this holds
 * @param value the text in quotes as its source writes it and as it may be shown, or {@code null} if nothing sets it; a group has none
 * @param origin where the value stands; the component if nothing sets it; of a group, that of its first part
 * @param because why a default is what it is here, or {@code null} if the value is none that depends on the environment
 * @param pending what it will be after a restart, or {@code null} if that changes nothing
 * @param shadowed what the value hides, strongest first, the default last
 * @param setting what the section declares about it, or {@code null} of a section, an entry, and a group that has nothing to say but its parts
 * @param parts the settings in a group, set or not, and the elements of a list of values; empty of a single value
 */
public record Explanation(
        String key,
        Environment environment,
        @Nullable String value,
        Origin origin,
        @Nullable String because,
        @Nullable Pending pending,
        List<Shadowed> shadowed,
        @Nullable SettingDescription setting,
        List<Explanation> parts) {
    /** Copies the lists. */
    public Explanation {
        requireNonNull(key, "key");
        requireNonNull(environment, "environment");
        requireNonNull(origin, "origin");
        shadowed = List.copyOf(shadowed);
        parts = List.copyOf(parts);
    }

    /** A group of {@code parts}, of which there must be one at least. */
    public static Explanation ofGroup(String key, @Nullable SettingDescription setting, List<Explanation> parts) {
        Explanation first = parts.get(0);
        return new Explanation(key, first.environment, null, first.origin, null, null, List.of(), setting, parts);
    }

    /**
     * A value that does not count, because a stronger source has one.
     *
     * @param value the text in quotes as it may be shown
     * @param origin where it stands
     */
    public record Shadowed(String value, Origin origin) {}

    /**
     * A value that counts after a restart.
     *
     * @param change what is in force and what will be
     * @param origin where the latter stands; the component if nothing sets it
     */
    public record Pending(Change change, Origin origin) {
        /** Checks that nothing is missing. */
        public Pending {
            requireNonNull(change, "change");
            requireNonNull(origin, "origin");
        }
    }

    /** The explanation as text of several lines, without secrets. */
    @Override
    public String toString() {
        return ExplanationText.of(this);
    }
}
