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

    /** Whether one of {@code group} is known to be on another machine. */
    static boolean leave(Judgement judgement, List<String> group) {
        return in(judgement, group).anyMatch(Addresses::leaves);
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

    private static boolean leaves(Judged address) {
        boolean isUrl = !address.endpoints().isEmpty();
        return isUrl
                ? address.endpoints().stream().anyMatch(Endpoint::leavesTheMachine)
                : address.texts().stream()
                        .flatMap(text -> Endpoint.hosts(text).stream())
                        .anyMatch(Hosts::isElsewhere);
    }
}
