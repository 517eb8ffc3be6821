package dev.renum.core;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges a key by its name; {@link Masking#isSensitive} tells how. */
final class SensitiveName {
    /** What names longer than that begin with does not count. */
    private static final int LONGEST = 256;

    /** Most keys have none of this, and are done with. */
    private static final List<String> HINTS =
            List.of("pass", "pwd", "secret", "token", "credential", "authorization", "key", "jwt");

    private static final Pattern SEGMENT_ENDS = Pattern.compile("[./:\\[\\]]+");
    private static final Pattern WORD_ENDS =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static final List<String> SECRETS = List.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "passcode",
            "storepass",
            "keypass",
            "secret",
            "token",
            "credential",
            "authorization",
            "apikey",
            "accesskey",
            "secretkey",
            "signingkey",
            "encryptionkey",
            "masterkey",
            "accountkey",
            "subscriptionkey",
            "functionskey",
            "privatekey");

    /** Too short to be looked for at the end of longer words: {@code bypass}. */
    private static final Set<String> SHORT_SECRETS = Set.of("pass", "jwt");

    private static final Set<String> MEANINGLESS = Set.of(
            "value",
            "text",
            "string",
            "plain",
            "raw",
            "base",
            "base64",
            "encoded",
            "current",
            "previous",
            "old",
            "new",
            "primary");

    /** Before {@code tokens} these make it a number. */
    private static final Set<String> QUANTITIES = Set.of(
            "max",
            "maximum",
            "min",
            "minimum",
            "total",
            "number",
            "count",
            "input",
            "output",
            "prompt",
            "completion",
            "used");

    private static final Pattern CLASS_NAME = Pattern.compile(".*[./:\\]][A-Z][A-Z0-9]*[a-z][A-Za-z0-9]*");

    /** What entries of a group in plural may be named without being secret. */
    private static final Set<String> HARMLESS = Set.of(
            "user",
            "username",
            "name",
            "id",
            "type",
            "provider",
            "directory",
            "dir",
            "path",
            "file",
            "location",
            "url",
            "uri",
            "enabled",
            "ttl",
            "timeout",
            "interval",
            "expiry",
            "length",
            "size",
            "count",
            "algorithm",
            "issuer");

    private SensitiveName() {}

    static boolean matches(String key) {
        if (!hasHint(key.toLowerCase(Locale.ROOT))) {
            return false;
        }
        String end = key.length() > LONGEST ? key.substring(key.length() - LONGEST) : key;
        List<List<String>> segments = Stream.of(SEGMENT_ENDS.split(end))
                .map(SensitiveName::tellingWords)
                .filter(words -> !words.isEmpty())
                .toList();
        int last = segments.size() - 1;
        return last >= 0 && (isSecret(segments.get(last)) || isKeyOfSecret(segments) || isEntryOfGroup(segments, end));
    }

    private static boolean hasHint(String key) {
        for (String hint : HINTS) {
            if (key.contains(hint)) {
                return true;
            }
        }
        return false;
    }

    /** As in {@code jwt.secret.key}. */
    private static boolean isKeyOfSecret(List<List<String>> segments) {
        int last = segments.size() - 1;
        return last > 0
                && segments.get(last).equals(List.of("key"))
                && isSecret(List.of(lastOf(segments.get(last - 1)), "key"));
    }

    /** A package may be named like a group, and what it holds is named as a class. */
    private static boolean isEntryOfGroup(List<List<String>> segments, String key) {
        int last = segments.size() - 1;
        return last > 0
                && isGroup(segments.get(last - 1))
                && !HARMLESS.contains(lastOf(segments.get(last)))
                && !CLASS_NAME.matcher(key).matches();
    }

    /** The words of a segment without those at its end that say nothing. */
    private static List<String> tellingWords(String segment) {
        List<String> words = Stream.of(WORD_ENDS.split(segment))
                .map(word -> withoutNumber(word.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
        int size = words.size();
        while (size > 0 && MEANINGLESS.contains(words.get(size - 1))) {
            size--;
        }
        return words.subList(0, size);
    }

    private static String withoutNumber(String word) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1)) && !MEANINGLESS.contains(word)) {
            end--;
        }
        return word.substring(0, end);
    }

    private static boolean isSecret(List<String> words) {
        boolean isNumber =
                words.size() > 1 && lastOf(words).equals("tokens") && QUANTITIES.contains(words.get(words.size() - 2));
        return !isNumber && (SHORT_SECRETS.contains(lastOf(words)) || endsWithSecret(words, "") || isPlural(words));
    }

    private static boolean isGroup(List<String> words) {
        return isSecret(words) && isPlural(words);
    }

    private static boolean isPlural(List<String> words) {
        return endsWithSecret(words, "s");
    }

    private static boolean endsWithSecret(List<String> words, String plural) {
        String joined = String.join("", words);
        return SECRETS.stream().anyMatch(secret -> joined.endsWith(secret + plural));
    }

    private static String lastOf(List<String> words) {
        return words.get(words.size() - 1);
    }
}
