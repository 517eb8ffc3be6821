package dev.renum.config.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What protects a connection beyond the machine, protocol by protocol. */
final class Protocols {
    private static final Set<String> VERIFYING = Set.of("verify-ca", "verify-full", "verify_ca", "verify_identity");
    private static final Set<String> OFF = Set.of("false", "no", "optional");

    /** Schemes without TLS, and what to write instead. */
    private static final Map<String, String> PLAIN = Map.of(
            "redis", "rediss",
            "redis-sentinel", "rediss-sentinel",
            "amqp", "amqps",
            "ldap", "ldaps",
            "mqtt", "mqtts",
            "nats", "tls",
            "bolt", "bolt+s",
            "neo4j", "neo4j+s",
            "pulsar", "pulsar+ssl",
            "ftp", "sftp");

    private static final List<String> DRIVERS = List.of("jdbc:", "r2dbc:pool:", "r2dbc:");

    private Protocols() {}

    /** What is wrong, as the end of a sentence; {@code null} if nothing is, or nothing is known of the protocol. */
    static @Nullable String fault(Endpoint endpoint) {
        if (PLAIN.containsKey(endpoint.scheme())) {
            return "leaves the machine without TLS";
        }
        return isVerified(endpoint) ? null : "does not verify who answers";
    }

    static String cure(Endpoint endpoint) {
        String scheme = PLAIN.get(endpoint.scheme());
        if (scheme != null) {
            return "use " + scheme + "://";
        }
        return switch (family(endpoint)) {
            case "mysql", "mariadb" -> "add sslMode=VERIFY_IDENTITY";
            case "sqlserver" -> "remove encrypt=false and trustServerCertificate=true";
            case "mongodb" -> "add tls=true, and no tlsAllowInvalidCertificates or tlsInsecure";
            default -> "add sslmode=verify-full with the issuer's certificate";
        };
    }

    /** The name of the database, whatever its driver calls it. */
    static String family(Endpoint endpoint) {
        String scheme = endpoint.scheme();
        int start = DRIVERS.stream()
                .filter(scheme::startsWith)
                .findFirst()
                .map(String::length)
                .orElse(0);
        int end = scheme.indexOf(':', start);
        String family = end < 0 ? scheme.substring(start) : scheme.substring(start, end);
        return family.equals("postgres") ? "postgresql" : family;
    }

    private static boolean isVerified(Endpoint endpoint) {
        return switch (family(endpoint)) {
            case "postgresql" -> isVerifiedPostgres(endpoint);
            case "mysql", "mariadb" -> isVerifiedMysql(endpoint);
            case "sqlserver" ->
                !OFF.contains(endpoint.parameter("encrypt"))
                        && !endpoint.parameter("trustservercertificate").equals("true");
            case "mongodb" -> isVerifiedMongo(endpoint);
            default -> true;
        };
    }

    /** A socket factory, such as that of a cloud's connector, brings a protection of its own. */
    private static boolean isVerifiedPostgres(Endpoint endpoint) {
        boolean validates = !endpoint.parameter("sslfactory").contains("nonvalidating");
        String mode = endpoint.parameter("sslmode");
        boolean isVerifying = VERIFYING.contains(mode) || (mode.isEmpty() && isTrue(endpoint, "ssl"));
        return (isVerifying && validates)
                || !endpoint.parameter("socketfactory").isEmpty();
    }

    private static boolean isVerifiedMysql(Endpoint endpoint) {
        boolean isOldWay = isTrue(endpoint, "usessl") && isTrue(endpoint, "verifyservercertificate");
        return VERIFYING.contains(endpoint.parameter("sslmode"))
                || isOldWay
                || !endpoint.parameter("socketfactory").isEmpty();
    }

    private static boolean isVerifiedMongo(Endpoint endpoint) {
        boolean isSafe = !isTrue(endpoint, "tlsinsecure") && !isTrue(endpoint, "tlsallowinvalidcertificates");
        return isSafe && (isTrue(endpoint, "tls") || isTrue(endpoint, "ssl"));
    }

    private static boolean isTrue(Endpoint endpoint, String parameter) {
        return endpoint.parameter(parameter).equals("true");
    }
}
