package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a setting has the value that it has. Its {@code toString} is meant for the person at the console.
 *
 * @param key the key that was asked for
 * @param environment where this holds
 * @param value the text in quotes as its source writes it and as it may be shown, or {@code null} if nothing sets it
 * @param origin where the value stands; the component if nothing sets it
 * @param because why a default is what it is here, or {@code null} if the value is none that depends on the environment
 * @param shadowed what the value hides, strongest first, the default last
 * @param setting what the section declares about it
 */
public record Explanation(
        String key,
        Environment environment,
        @Nullable String value,
        Origin origin,
        @Nullable String because,
        List<Shadowed> shadowed,
        SettingDescription setting) {
    /** Copies the list. */
    public Explanation {
        requireNonNull(key, "key");
        requireNonNull(environment, "environment");
        requireNonNull(origin, "origin");
        requireNonNull(setting, "setting");
        shadowed = List.copyOf(shadowed);
    }

    /**
     * A value that does not count, because a stronger source has one.
     *
     * @param value the text in quotes as it may be shown
     * @param origin where it stands
     */
    public record Shadowed(String value, Origin origin) {}

    /** The explanation as text of several lines, without secrets. */
    @Override
    public String toString() {
        return ExplanationText.of(this);
    }
}
