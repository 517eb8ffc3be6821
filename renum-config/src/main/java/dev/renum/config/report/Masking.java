package dev.renum.config.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps secrets out of every text that leaves the module. */
public final class Masking {
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
            "accesskey",
            "secretkey",
            "signingkey",
            "encryptionkey",
            "privatekey");

    /** A URL up to its end; passwords contain {@code /} and {@code @} where somebody forgot to encode them. */
    private static final Pattern URL = Pattern.compile("://([^\\s\"'<>]*+)");

    private static final Pattern PARAMETER =
            Pattern.compile("(?i)((?:passw(?:or)?d|pwd|secret|token|api[_-]?key|access[_-]?key)"
                    + "[\"']?\\s{0,3}=\\s{0,3})(?:\"[^\"]*+\"|'[^']*+'|[^&;,\\s]++)");

    private Masking() {}

    /** Whether a key is named like a secret: {@code db.password}, {@code api-key}, {@code tokens}. */
    public static boolean isSensitive(String key) {
        String last =
                key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).replaceAll("\\[\\d+]", "");
        String joined = last.replace("-", "").replace("_", "");
        return WORDS.stream().anyMatch(word -> joined.endsWith(word) || joined.endsWith(word + "s"));
    }

    /** The value in quotes as it may be shown: cut if long, without user-info and password parameters. */
    public static String shown(String value, boolean sensitive) {
        if (sensitive) {
            return MASK;
        }
        String masked = masked(value);
        String line = masked.strip().replaceAll("\\s+", " ");
        return '"' + (line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line) + '"';
    }

    /** {@code text} of foreign origin without any of {@code secrets}. */
    public static String scrub(String text, Collection<String> secrets) {
        String scrubbed = text;
        for (String secret : secrets) {
            scrubbed = secret.isEmpty() ? scrubbed : scrubbed.replace(secret, MASK);
        }
        return masked(scrubbed);
    }

    private static String masked(String text) {
        String urls =
                URL.matcher(text).replaceAll(url -> Matcher.quoteReplacement("://" + withoutUserInfo(url.group(1))));
        return PARAMETER.matcher(urls).replaceAll("$1" + MASK);
    }

    private static String withoutUserInfo(String url) {
        int end = url.lastIndexOf('@');
        return end < 0 ? url : MASK + url.substring(end);
    }
}
