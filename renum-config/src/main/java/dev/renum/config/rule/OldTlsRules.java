package dev.renum.config.rule;

import dev.renum.config.report.RuleCode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges versions and cipher suites of TLS: SEC-009. */
final class OldTlsRules {
    /** Most texts have none of this, and are done with. */
    private static final Pattern SUSPECT = Pattern.compile("(?i)^1|tls|ssl|rc4|des|null|exp|md5|adh");

    private static final Pattern OLD = Pattern.compile("(?i)SSLv[23](?:Hello)?|TLSv?1(?:[._][01])?");
    private static final Pattern OLD_NUMBER = Pattern.compile("1(?:\\.[01])?");
    private static final Pattern VERSION_OF_TLS =
            Pattern.compile("(?:tls|ssl)(?:protocol)?(?:min(?:imum)?|max(?:imum)?)?versions?$");
    private static final Pattern VERSION =
            Pattern.compile("^(?:min(?:imum)?|max(?:imum)?|lowest|enabled|allowed|supported)?(?:protocol)?versions?$");
    private static final Set<String> TLS_GROUP = Set.of("tls", "ssl");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[,;:\\s]+");
    private static final Pattern REFUSED = Pattern.compile("disabled|exclude|forbid|den(?:y|ied)|block|reject|refuse");

    /** Forbidden by RFC 9325, section 4.1, or by RFC 7465 and RFC 8429. */
    private static final Pattern WEAK_SUITE =
            Pattern.compile("(?i)(?:TLS|SSL)_.*(?:NULL|EXPORT|RC4|_DES|3DES|_RC2|MD5|_anon_).*");

    /** The same as OpenSSL calls them; behind {@code !} they are refused. */
    private static final Pattern WEAK_CIPHER =
            Pattern.compile("(?i)(?:[A-Z0-9]+-)*(?:RC4|3?DES|NULL|EXP|MD5|ADH|AECDH)(?:-[A-Z0-9]+)*");

    private static final int LONGEST_LIST = 4_000;

    private OldTlsRules() {}

    static void check(Judgement judgement) {
        judgement.telling().forEach(setting -> {
            if (words(setting).anyMatch(word -> isOld(setting, word)) && !setting.hasSegment(REFUSED)) {
                judgement.found(
                        RuleCode.OLD_TLS,
                        setting,
                        setting.shown() + " allows what is known to be broken",
                        "allow TLSv1.2 and TLSv1.3 only, with suites of AES-GCM or ChaCha20");
            }
        });
    }

    private static boolean isOld(Judged setting, String word) {
        return OLD.matcher(word).matches()
                || WEAK_SUITE.matcher(word).matches()
                || (OLD_NUMBER.matcher(word).matches() && isVersionOfTls(setting))
                || (setting.name().contains("cipher")
                        && WEAK_CIPHER.matcher(word).matches());
    }

    private static boolean isVersionOfTls(Judged setting) {
        return VERSION_OF_TLS.matcher(setting.name()).find()
                || (VERSION.matcher(setting.name()).find() && setting.hasSegment(TLS_GROUP::contains));
    }

    /** The words of texts that are none but words, and of the parameters of URLs that speak of TLS. */
    private static Stream<String> words(Judged setting) {
        if (setting.endpoints().isEmpty()) {
            return setting.isSecret()
                    ? Stream.empty()
                    : setting.texts().stream().flatMap(OldTlsRules::split);
        }
        return setting.endpoints().stream()
                .flatMap(endpoint -> endpoint.parameters().entrySet().stream())
                .filter(parameter -> parameter.getKey().contains("protocol")
                        || parameter.getKey().contains("ciphersuites"))
                .flatMap(parameter -> split(parameter.getValue()));
    }

    private static Stream<String> split(String text) {
        boolean isShort = text.length() <= LONGEST_LIST;
        return isShort && SUSPECT.matcher(text).find() ? BETWEEN_WORDS.splitAsStream(text) : Stream.empty();
    }
}
