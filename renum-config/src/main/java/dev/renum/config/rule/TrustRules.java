package dev.renum.config.rule;

import dev.renum.config.report.RuleCode;
import dev.renum.config.source.Names;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges whether it is verified who answers, which is the other half of SEC-008. */
final class TrustRules {
    private static final Set<String> TRUST_ALL = Set.of(
            "trustall",
            "trustallcertificates",
            "trustallcerts",
            "trustallhosts",
            "insecuretrustallcertificates",
            "trustservercertificate",
            "acceptallcertificates",
            "trustany",
            "insecure",
            "insecureskipverify",
            "insecureskiptlsverify",
            "insecuretls",
            "skipverify",
            "skiptlsverify",
            "allowselfsigned",
            "allowinvalidcertificates",
            "allowanyhostname",
            "disabletrustmanager",
            "disabletlsverification",
            "disablesslverification",
            "disablecertificatevalidation",
            "disablehostnameverification");
    private static final Set<String> VERIFY = Set.of(
            "verifypeer",
            "verifyhost",
            "verifyhostname",
            "hostnameverification",
            "verifycertificate",
            "verifycertificates",
            "verifyservercertificate",
            "validatecertificate",
            "validatecertificates",
            "rejectunauthorized",
            "sslverify",
            "tlsverify",
            "verifyssl",
            "verifytls",
            "certificateverification",
            "certificatevalidation");
    private static final Pattern VERIFICATION =
            Pattern.compile("(?:tls|ssl|certificate|hostname)\\.?verif(?:y|ication)(?:\\.?(?:mode|algorithm|level))?$");
    private static final Set<String> NONE = Set.of("none", "off", "disabled", "no");

    /** Classes of HTTP clients and of Netty that accept everything. */
    private static final Pattern ACCEPTING = Pattern.compile(
            "(?:\\w+\\.)*(?:Noop|Naive|AllowAll|TrustAll|Insecure)\\w*(?:Verifier|Trust|Certificate|Strategy)\\w*");

    /** Mail's list of hosts whose certificate is accepted, whoever has issued it. */
    private static final Pattern TRUSTED_HOSTS = Pattern.compile("(?:tls|ssl)\\.?trust$");

    /** Java's and Kafka's way to compare the name in a certificate. */
    private static final Pattern IDENTIFICATION = Pattern.compile("endpoint\\.?identification\\.?algorithm$");

    private static final Set<String> SSL_MODE = Set.of("sslmode", "tlsmode");
    private static final Set<String> VERIFYING = Set.of("verifyca", "verifyfull", "verifyidentity", "full", "verify");

    private TrustRules() {}

    static void check(Judgement judgement) {
        judgement.telling().forEach(setting -> {
            if (trustsAll(setting) && !Addresses.stay(judgement, setting.owner())) {
                judgement.found(
                        RuleCode.UNPROTECTED_CONNECTION,
                        setting,
                        setting.shown() + " trusts whoever answers",
                        "verify the certificate; for one of your own, add its issuer to the trust store");
            }
            if (isWeakMode(setting) && !Addresses.stay(judgement, setting.group())) {
                judgement.found(
                        RuleCode.UNPROTECTED_CONNECTION,
                        setting,
                        setting.shown() + " does not verify who answers",
                        "use verify-full with the issuer's certificate");
            }
        });
    }

    private static boolean trustsAll(Judged setting) {
        String name = setting.switched();
        return (setting.is(true) && TRUST_ALL.contains(name))
                || (setting.is(false)
                        && (VERIFY.contains(name)
                                || VERIFICATION.matcher(setting.path()).find()))
                || setting.hasText(text -> isNothing(setting, text));
    }

    /** Whether {@code text} says of what verifies that nothing does. */
    private static boolean isNothing(Judged setting, String text) {
        if (text.isEmpty()) {
            return IDENTIFICATION.matcher(setting.path()).find();
        }
        if (text.equals("*")) {
            return TRUSTED_HOSTS.matcher(setting.path()).find();
        }
        return NONE.contains(text.toLowerCase(Locale.ROOT))
                ? VERIFICATION.matcher(setting.path()).find()
                : ACCEPTING.matcher(text).matches();
    }

    /** Whether {@code setting} is the mode of TLS, as databases have one, whose value is left to the setting. */
    static boolean isMode(String name) {
        return SSL_MODE.contains(name);
    }

    private static boolean isWeakMode(Judged setting) {
        return isMode(setting.name())
                && setting.texts().size() == 1
                && !VERIFYING.contains(Names.plain(setting.texts().get(0)));
    }
}
