package dev.renum.config.rule;

import dev.renum.config.report.RuleCode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges whether connections are encrypted: SEC-008 and 010. What does not leave the machine needs no protection. */
final class TransportRules {
    private static final Set<String> TLS = Set.of("tls", "ssl", "usetls", "usessl", "starttls", "startssl");

    /** What others connect to: TLS often ends before it, at a proxy. */
    private static final Set<String> LISTENERS =
            Set.of("server", "http", "https", "listener", "management", "monitoring", "web", "admin");

    /** Kafka's. */
    private static final Pattern PROTOCOL = Pattern.compile("security\\.?protocol$");

    private static final Set<String> PLAIN = Set.of("plaintext", "sasl_plaintext");

    /** What names something by a URL, or is plain by its standard because what it answers is signed. */
    private static final Pattern HTTP_ONLY_IN_NAME = Pattern.compile(
            "proxy|namespace|xmlns|claim|audience|entityid|issuer$|origin|^context$|license(?:url)?$"
                    + "|^(?:soap)?action$|^schema(?:id|location)?$|identifier$|iri$|realm$|profile$|typeprefix$|description$|generator$|crl|ocsp|tsa|timestamp");

    private static final Pattern HTTP_ONLY_IN_GROUP = Pattern.compile("proxy|cors|^claims?$|namespaces?$|xmlns");

    private TransportRules() {}

    static void check(Judgement judgement) {
        judgement.telling().forEach(setting -> {
            off(judgement, setting);
            setting.endpoints().forEach(endpoint -> connection(judgement, setting, endpoint));
        });
    }

    private static void off(Judgement judgement, Judged setting) {
        boolean isOff = setting.is(false) && TLS.contains(setting.switched()) && needsTls(judgement, setting);
        if (isOff || isPlain(judgement, setting)) {
            unprotected(
                    judgement,
                    setting,
                    setting.shown() + " lets everybody on the way read",
                    isOff ? "switch it on" : "use SSL or SASL_SSL");
        }
    }

    private static boolean isPlain(Judgement judgement, Judged setting) {
        return setting.hasText(text -> PLAIN.contains(text.toLowerCase(Locale.ROOT)))
                && PROTOCOL.matcher(setting.path()).find()
                && !Addresses.stay(judgement, setting.group());
    }

    /** Whether it belongs to a client that leaves the machine, and nothing beside it protects that. */
    private static boolean needsTls(Judgement judgement, Judged setting) {
        List<String> owner = setting.owner();
        boolean isServer = !owner.isEmpty() && LISTENERS.contains(owner.get(owner.size() - 1));
        return !isServer
                && !Addresses.areSecure(judgement, owner)
                && Addresses.leave(judgement, owner)
                && !isProtected(judgement, owner);
    }

    private static boolean isProtected(Judgement judgement, List<String> owner) {
        return judgement.settings().stream()
                .anyMatch(it -> it.owner().equals(owner) && TLS.contains(it.switched()) && it.is(true));
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
        if (fault != null && !isModeSetBeside(judgement, setting) && !isProtected(judgement, setting.group())) {
            unprotected(judgement, setting, setting.shown() + " " + fault, Protocols.cure(endpoint));
        }
    }

    private static boolean isModeSetBeside(Judgement judgement, Judged setting) {
        return judgement.in(setting.group(), TrustRules::isMode).findAny().isPresent();
    }

    private static void plainHttp(Judgement judgement, Judged setting, Endpoint endpoint) {
        boolean isOnlyName = HTTP_ONLY_IN_NAME.matcher(setting.name()).find()
                || HTTP_ONLY_IN_GROUP.matcher(setting.parent()).find()
                || endpoint.hosts().stream().allMatch(Hosts::isNaming);
        if (!isOnlyName) {
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
}
