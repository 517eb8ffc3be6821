package dev.renum.config.rule;

import java.util.List;
import java.util.regex.Pattern;

/** What the name of a host tells without asking anybody. */
final class Hosts {
    private static final Pattern LOOPBACK =
            Pattern.compile("|(.+\\.)?localhost|127\\.[\\d.]+|::1|(0{1,4}:){7}0{0,3}1", Pattern.CASE_INSENSITIVE);

    /** Addresses of the link, such as that of a cloud's metadata, and those that stand for every address when listening. */
    private static final Pattern LOCAL = Pattern.compile("169\\.254\\.[\\d.]+|fe80:.*|0\\.0\\.0\\.0|::|\\*");

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

    /** Whether {@code text} names a host that the standards keep for examples (RFC 2606). */
    static boolean namesAnExample(String text) {
        return EXAMPLE.matcher(text).find();
    }
}
