package dev.renum.config.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a host tells without asking anybody. */
final class Hosts {
    private static final Pattern LOOPBACK =
            Pattern.compile("|(.+\\.)?localhost|127\\.[\\d.]+|::1|(0{1,4}:){7}0{0,3}1", Pattern.CASE_INSENSITIVE);

    /** Addresses of the link, such as that of a cloud's metadata, and those that stand for every address when listening. */
    private static final Pattern LOCAL =
            Pattern.compile("169\\.254\\.[\\d.]+|fe80:.*|metadata\\.google\\.internal|0\\.0\\.0\\.0|::|\\*");

    private static final Pattern EXAMPLE = Pattern.compile(
            "(?i)(?:^|//|[@.,\\s=])(?:example\\.(?:com|org|net)|[\\w-]+\\.(?:example|invalid))(?=$|[/:,?;\\s])");

    /** One name behind which a provider or a cluster fails over by itself. */
    private static final List<String> FAILING_OVER = List.of(
            ".amazonaws.com",
            ".windows.net",
            ".azure.com",
            ".supabase.com",
            ".supabase.co",
            ".neon.tech",
            ".upstash.io",
            ".redis-cloud.com",
            ".redislabs.com",
            ".svc",
            ".svc.cluster.local");

    /** Their URLs are names of formats and features, which nobody asks for over the network. */
    private static final Set<String> NAMING = Set.of(
            "www.w3.org",
            "schemas.xmlsoap.org",
            "schemas.microsoft.com",
            "schemas.openxmlformats.org",
            "docs.oasis-open.org",
            "json-schema.org",
            "schema.org",
            "purl.org",
            "java.sun.com",
            "xmlns.jcp.org",
            "javax.xml.xmlconstants",
            "xml.org",
            "apache.org",
            "www.apache.org",
            "www.sitemaps.org",
            "hl7.org",
            "a9.com");

    private Hosts() {}

    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    static boolean isElsewhere(String host) {
        return !isLoopback(host) && !LOCAL.matcher(host).matches();
    }

    static boolean failsOver(String host) {
        return FAILING_OVER.stream().anyMatch(host::endsWith);
    }

    static boolean isNaming(String host) {
        return NAMING.contains(host);
    }

    /** Whether {@code text} names a host that the standards keep for examples (RFC 2606). */
    static boolean namesAnExample(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return (lower.contains("example") || lower.contains("invalid"))
                && EXAMPLE.matcher(text).find();
    }
}
