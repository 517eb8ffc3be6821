package dev.renum.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps secrets out of every text that leaves the module. */
final class Masking {
    static final String MASK = "****";
    private static final int LONGEST_SHOWN = 80;
    private static final Set<String> WORDS = Set.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "secret",
            "token",
            "credential",
            "credentials",
            "apikey",
            "privatekey");
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]{1,500}@");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(?<=\\b(?:password|passwd|pwd|token|secret|apikey|api_key)=)[^&;\\s]{1,500}");

    private Masking() {}

    /** Whether a key is named like a secret: {@code db.password}, {@code api-key}, {@code tokens}. */
    static boolean isSensitive(String key) {
        String last =
                key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).replaceAll("\\[\\d+]", "");
        String joined = last.replace("-", "").replace("_", "");
        return WORDS.stream().anyMatch(word -> joined.endsWith(word) || joined.endsWith(word + "s"));
    }

    /** The value in quotes as it may be shown: cut if long, without user-info and password parameters. */
    static String shown(String value, boolean sensitive) {
        if (sensitive) {
            return MASK;
        }
        String masked = PARAMETER
                .matcher(USER_INFO.matcher(value).replaceAll(MASK + "@"))
                .replaceAll(MASK);
        String line = masked.strip().replaceAll("\\s+", " ");
        return '"' + (line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line) + '"';
    }

    /** {@code text} of foreign origin without any of {@code secrets}. */
    static String scrub(String text, Collection<String> secrets) {
        String scrubbed = text;
        for (String secret : secrets) {
            scrubbed = secret.isEmpty() ? scrubbed : scrubbed.replace(secret, MASK);
        }
        return PARAMETER
                .matcher(USER_INFO.matcher(scrubbed).replaceAll(MASK + "@"))
                .replaceAll(MASK);
    }
}
