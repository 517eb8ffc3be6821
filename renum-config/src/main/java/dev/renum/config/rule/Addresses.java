package dev.renum.config.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the settings of a group lead to, told by those that are named as an address. */
final class Addresses {
    private static final Set<String> NAMES = Set.of(
            "host",
            "hosts",
            "hostname",
            "url",
            "urls",
            "uri",
            "uris",
            "jdbcurl",
            "address",
            "addresses",
            "endpoint",
            "endpoints",
            "servers",
            "brokers",
            "bootstrapservers",
            "nodes");

    private Addresses() {}

    /** The hosts that {@code setting} names, if it is an address. */
    static Stream<String> hosts(Judged setting) {
        if (!setting.endpoints().isEmpty()) {
            return setting.endpoints().stream().flatMap(endpoint -> endpoint.hosts().stream());
        }
        return NAMES.contains(setting.name())
                ? setting.texts().stream().flatMap(text -> Endpoint.hosts(text).stream())
                : Stream.empty();
    }

    /** Whether one of {@code group} is known to be on another machine. */
    static boolean leave(Judgement judgement, List<String> group) {
        return in(judgement, group).flatMap(Addresses::hosts).anyMatch(Hosts::isElsewhere);
    }

    /** Whether all are known to be on this machine: none tells nothing. */
    static boolean stay(Judgement judgement, List<String> group) {
        return in(judgement, group).findAny().isPresent() && !leave(judgement, group);
    }

    /** Whether a URL among them says that TLS is used. */
    static boolean areSecure(Judgement judgement, List<String> group) {
        return in(judgement, group)
                .anyMatch(address -> address.endpoints().stream().anyMatch(Endpoint::isSecure));
    }

    private static Stream<Judged> in(Judgement judgement, List<String> group) {
        return judgement.in(group, NAMES::contains);
    }
}
