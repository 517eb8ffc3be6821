package dev.renum.health.check;

import dev.renum.core.Deadline;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthCode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells whether names have addresses. Immutable, safe for use by many threads.
 *
 * <p>Down if a name has none, or if all answers together take more than 1.5 s, unless said otherwise; degraded if a name has fewer than the
 * minimum, which is 1. A resolver that never answers costs one parked daemon thread, {@code renum-health-resolver}, and no second one. The JVM
 * remembers an answer for 30 s and a failure for 10 s ({@code networkaddress.cache.ttl}), so a name that breaks is noticed up to that much later:
 * as late as the rest of the program notices it.
 */
public final class DnsCheck implements HealthCheck {
    private static final int MOST_NAMES = 50;
    private static final int MOST_ADDRESSES = 100;
    private static final int SHOWN = 8;

    private final List<String> names;
    private final Duration limit;
    private final int minimum;
    private final NameResolver resolver;

    private DnsCheck(List<String> names, Duration limit, int minimum, NameResolver resolver) {
        this.names = names;
        this.limit = limit;
        this.minimum = minimum;
        this.resolver = resolver;
    }

    /**
     * A check of {@code names}.
     *
     * @throws IllegalArgumentException if there is none, there are more than 50, or one is blank
     */
    public static DnsCheck of(String... names) {
        return asking(NameResolver.system(), names);
    }

    static DnsCheck asking(NameResolver resolver, String... names) {
        List<String> all = List.of(names);
        if (all.isEmpty() || all.size() > MOST_NAMES || all.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("names " + all + " are not allowed: use 1 to 50, none of them blank");
        }
        return new DnsCheck(all, Duration.ofMillis(1_500), 1, resolver);
    }

    /**
     * The same check with another limit for all names together.
     *
     * @throws IllegalArgumentException if it is not between 1 ms and 5 min
     */
    public DnsCheck limit(Duration limit) {
        return new DnsCheck(names, Limits.valid(limit), minimum, resolver);
    }

    /**
     * The same check that wants each name to have at least {@code addresses}.
     *
     * @throws IllegalArgumentException if it is not between 1 and 100
     */
    public DnsCheck minimum(int addresses) {
        if (addresses < 1 || addresses > MOST_ADDRESSES) {
            throw new IllegalArgumentException("minimum " + addresses + " is not allowed: use 1 to 100 addresses");
        }
        return new DnsCheck(names, limit, addresses, resolver);
    }

    /** It does. */
    @Override
    public boolean leavesProcess() {
        return true;
    }

    @Override
    public HealthResult check() throws InterruptedException {
        Deadline deadline = Deadline.after(limit);
        Map<String, List<InetAddress>> found = new LinkedHashMap<>();
        try {
            for (String name : names) {
                found.put(name, resolver.resolve(name, deadline));
            }
        } catch (ProbeFailure e) {
            return e.result();
        }
        return shown(judge(found), found);
    }

    private HealthResult judge(Map<String, List<InetAddress>> found) {
        List<String> few = new ArrayList<>();
        found.forEach((name, addresses) -> {
            if (addresses.size() < minimum) {
                few.add(name + " has " + addresses.size());
            }
        });
        return few.isEmpty()
                ? HealthResult.up()
                : HealthResult.degraded(
                        HealthCode.FEW_ADDRESSES.id(),
                        "fewer addresses than " + minimum + ": " + String.join(", ", few));
    }

    private static HealthResult shown(HealthResult judged, Map<String, List<InetAddress>> found) {
        HealthResult result = judged;
        for (Map.Entry<String, List<InetAddress>> one : found.entrySet()) {
            result = result.withDetail(one.getKey(), text(one.getValue()));
        }
        return result;
    }

    private static String text(List<InetAddress> addresses) {
        String first =
                addresses.stream().limit(SHOWN).map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        return addresses.size() > SHOWN ? first + " and " + (addresses.size() - SHOWN) + " more" : first;
    }
}
