package dev.renum.config.rule;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What a host accepts although a rule objects.
 *
 * @param code the code of the rule, such as {@code SEC-010}
 * @param keys the keys for which it holds; {@code *} stands for any part of a key
 * @param reason why
 * @param expires the last day on which it holds
 */
public record Waiver(String code, String keys, String reason, LocalDate expires) {
    /**
     * Checks that nothing is blank.
     *
     * @throws IllegalArgumentException if {@code code}, {@code keys} or {@code reason} is blank
     */
    public Waiver {
        requireNonNull(expires, "expires");
        notBlank("code", code, "name the rule, such as SEC-010");
        notBlank("keys", keys, "name a key, or * for all");
        notBlank("reason", reason, "say why, for the one who reads the report");
    }

    private static void notBlank(String name, String value, String cure) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the " + name + " of a waiver is blank: " + cure);
        }
    }
}
