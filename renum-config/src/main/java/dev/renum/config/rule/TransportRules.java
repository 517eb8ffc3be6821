package dev.renum.config.rule;

import dev.renum.config.report.RuleCode;
import dev.renum.config.source.Names;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges how connections are protected: SEC-008, 009 and 010. What does not leave the machine needs no protection. */
final class TransportRules {
    private static final Set<String> TRUST_ALL = Set.of(
            "trustall",
            "trustallcertificates",
            "trustallcerts",
            "trustservercertificate",
            "acceptallcertificates",
            "trustany",
            "insecure",
            "insecureskipverify",
            "insecuretls",
            "skipverify",
            "skiptlsverify",
            "allowselfsigned",
            "allowinvalidcertificates",
            "disabletlsverification",
            "disablesslverification",
            "disablehostnameverification");
    private static final Set<String> VERIFY = Set.of(
            "verifypeer",
            "verifyhost",
            "verifyhostname",
            "hostnameverification",
            "verifycertificate",
            "verifycertificates",
            "verifyservercertificate",
            "sslverify",
            "tlsverify",
            "verifyssl",
            "verifytls",
            "certificateverification");
    private static final Set<String> TLS = Set.of("tls", "ssl", "usetls", "usessl", "starttls", "startssl");
    private static final Set<String> SSL_MODE = Set.of("sslmode", "tlsmode");
    private static final Set<String> VERIFYING = Set.of("verifyca", "verifyfull", "verifyidentity", "full", "verify");
    private static final Set<String> ADDRESSES = Set.of(
            "host",
            "hosts",
            "hostname",
            "url",
            "uri",
            "jdbcurl",
            "address",
            "addresses",
            "endpoint",
            "endpoints",
            "servers",
            "brokers",
            "bootstrapservers",
            "nodes");

    /** What others connect to: TLS often ends before it, at a proxy. */
    private static final Set<String> LISTENERS =
            Set.of("server", "http", "https", "listener", "management", "monitoring", "web", "admin");

    private static final Pattern HTTP_ONLY_IN_NAME =
            Pattern.compile("proxy|namespace|xmlns|schema|context|origin|cors");
    /** Most texts have none of this, and are done with. */
    private static final Pattern SUSPECT = Pattern.compile("(?i)^1|tls|ssl");

    private static final Pattern OLD = Pattern.compile("(?i)SSLv[23](?:Hello)?|TLSv?1(?:[._][01])?");
    private static final Pattern OLD_NUMBER = Pattern.compile("1(?:\\.[01])?");
    private static final Pattern VERSION = Pattern.compile("(?:tls|ssl).*version|version.*(?:tls|ssl)");
    private static final Pattern TLS_GROUP = Pattern.compile("^(?:tls|ssl)$");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[,;:\\s]+");
    private static final Pattern REFUSED = Pattern.compile("disabled|exclude|forbid|den(?:y|ied)|block|reject|refuse");

    /** Forbidden by RFC 9325, section 4.1, or by RFC 7465 and RFC 8429. */
    private static final Pattern WEAK_SUITE =
            Pattern.compile("(?i)(?:TLS|SSL)_.*(?:NULL|EXPORT|RC4|_DES|3DES|_RC2|MD5|_anon_).*");

    private static final int LONGEST_LIST = 4_000;

    private TransportRules() {}

    static void check(Judgement judgement) {
        judgement.telling().forEach(setting -> {
            switches(judgement, setting);
            sslMode(judgement, setting);
            setting.endpoints().forEach(endpoint -> connection(judgement, setting, endpoint));
            old(judgement, setting);
        });
    }

    private static void switches(Judgement judgement, Judged setting) {
        String name = setting.switched();
        boolean trustsAll = setting.is(true) && TRUST_ALL.contains(name);
        boolean doesNotVerify = setting.is(false) && VERIFY.contains(name);
        if (trustsAll || doesNotVerify) {
            unprotected(
                    judgement,
                    setting,
                    setting.shown() + " trusts whoever answers",
                    "verify the certificate; for one of your own, add its issuer to the trust store");
        }
        if (setting.is(false) && TLS.contains(name) && needsTls(judgement, setting)) {
            unprotected(judgement, setting, setting.shown() + " lets everybody on the way read", "switch it on");
        }
    }

    /** Whether it belongs to a client that leaves the machine, and nothing beside it protects that. */
    private static boolean needsTls(Judgement judgement, Judged setting) {
        List<String> owner = setting.owner();
        boolean isServer = !owner.isEmpty() && LISTENERS.contains(owner.get(owner.size() - 1));
        boolean hasSecureUrl = addresses(judgement, owner)
                .anyMatch(address -> address.endpoints().stream().anyMatch(Endpoint::isSecure));
        return !isServer && !hasSecureUrl && leaves(judgement, owner) && !isProtected(judgement, owner);
    }

    private static boolean isProtected(Judgement judgement, List<String> owner) {
        return judgement.settings().stream()
                .anyMatch(it -> it.owner().equals(owner) && TLS.contains(it.switched()) && it.is(true));
    }

    private static boolean leaves(Judgement judgement, List<String> owner) {
        return addresses(judgement, owner).anyMatch(TransportRules::leaves);
    }

    private static boolean leaves(Judged address) {
        boolean isUrl = !address.endpoints().isEmpty();
        return isUrl
                ? address.endpoints().stream().anyMatch(Endpoint::leavesTheMachine)
                : address.texts().stream()
                        .flatMap(text -> Endpoint.hosts(text).stream())
                        .anyMatch(Hosts::isElsewhere);
    }

    private static Stream<Judged> addresses(Judgement judgement, List<String> owner) {
        return judgement.in(owner, ADDRESSES::contains);
    }

    private static void sslMode(Judgement judgement, Judged setting) {
        if (!SSL_MODE.contains(setting.name()) || setting.texts().size() != 1) {
            return;
        }
        boolean isKnownLocal =
                addresses(judgement, setting.group()).findAny().isPresent() && !leaves(judgement, setting.group());
        if (!isVerifying(setting.texts().get(0)) && !isKnownLocal) {
            unprotected(
                    judgement,
                    setting,
                    setting.shown() + " does not verify who answers",
                    "use verify-full with the issuer's certificate");
        }
    }

    private static boolean isVerifying(String mode) {
        return VERIFYING.contains(Names.plain(mode));
    }

    private static void connection(Judgement judgement, Judged setting, Endpoint endpoint) {
        if (!endpoint.leavesTheMachine()) {
            return;
        }
        if (endpoint.scheme().equals("http") || endpoint.scheme().equals("ws")) {
            plainHttp(judgement, setting, endpoint);
            return;
        }
        String fault = Protocols.fault(endpoint);
        boolean isSetBeside =
                judgement.in(setting.group(), SSL_MODE::contains).findAny().isPresent();
        if (fault != null && !isSetBeside && !isProtected(judgement, setting.group())) {
            unprotected(judgement, setting, setting.shown() + " " + fault, Protocols.cure(endpoint));
        }
    }

    private static void plainHttp(Judgement judgement, Judged setting, Endpoint endpoint) {
        if (!setting.hasSegment(HTTP_ONLY_IN_NAME)) {
            judgement.found(
                    RuleCode.PLAIN_HTTP,
                    setting,
                    setting.shown() + " leaves the machine without TLS",
                    "use " + endpoint.scheme() + "s; where a mesh encrypts it, waive this");
        }
    }

    private static void unprotected(Judgement judgement, Judged setting, String message, String cure) {
        judgement.found(RuleCode.UNPROTECTED_CONNECTION, setting, message, cure);
    }

    private static void old(Judgement judgement, Judged setting) {
        if (words(setting).anyMatch(word -> isOld(setting, word)) && !setting.hasSegment(REFUSED)) {
            judgement.found(
                    RuleCode.OLD_TLS,
                    setting,
                    setting.shown() + " allows what is known to be broken",
                    "allow TLSv1.2 and TLSv1.3 only, with suites of AES-GCM or ChaCha20");
        }
    }

    private static boolean isOld(Judged setting, String word) {
        return OLD.matcher(word).matches()
                || WEAK_SUITE.matcher(word).matches()
                || (OLD_NUMBER.matcher(word).matches() && isVersionOfTls(setting));
    }

    private static boolean isVersionOfTls(Judged setting) {
        return setting.hasSegment(VERSION) || (setting.name().contains("version") && setting.hasSegment(TLS_GROUP));
    }

    /** The words of texts that are none but words, and of the parameters of URLs that speak of TLS. */
    private static Stream<String> words(Judged setting) {
        if (setting.endpoints().isEmpty()) {
            return setting.isSecret()
                    ? Stream.empty()
                    : setting.texts().stream().flatMap(TransportRules::split);
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
