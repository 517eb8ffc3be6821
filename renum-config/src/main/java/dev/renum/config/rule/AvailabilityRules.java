package dev.renum.config.rule;

import dev.renum.config.report.RuleCode;
import dev.renum.config.source.Names;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges what a fault or a stop would do: HA-001 to HA-005. */
final class AvailabilityRules {
    private static final Set<String> REDIS = Set.of("redis", "rediss");
    private static final Pattern SEVERAL = Pattern.compile("cluster|sentinel|replica");
    private static final Set<String> MODE = Set.of("mode", "type", "clienttype", "topology");
    private static final Set<String> DATABASES = Set.of("postgresql", "mysql", "mariadb", "sqlserver");
    private static final Set<String> GRACE = Set.of(
            "drainlimit",
            "draintimeout",
            "shutdowngrace",
            "shutdowngraceperiod",
            "gracefulshutdowntimeout",
            "terminationgraceperiod");
    private static final Set<String> WHOLE =
            Set.of("requesttimeout", "calltimeout", "totaltimeout", "overalltimeout", "operationtimeout");
    private static final Set<String> STEP = Set.of(
            "connecttimeout",
            "connectiontimeout",
            "readtimeout",
            "sockettimeout",
            "attempttimeout",
            "querytimeout",
            "statementtimeout",
            "acquiretimeout",
            "validationtimeout");
    private static final Set<String> POOL =
            Set.of("poolsize", "maximumpoolsize", "maxpoolsize", "poolmaximumsize", "poolmaxsize");
    private static final Set<String> OVERFLOW = Set.of("overflow", "maxoverflow", "pooloverflow", "maximumoverflow");
    private static final Set<String> INSTANCES =
            Set.of("instances", "maxinstances", "maximuminstances", "replicas", "maxreplicas");
    private static final Set<String> APPLICATION =
            Set.of("app", "application", "backend", "service", "deployment", "scaling", "autoscaling");
    private static final Set<String> DATABASE_MAX =
            Set.of("databasemaxconnections", "servermaxconnections", "maxconnections", "maximumconnections");
    private static final Pattern DATABASE =
            Pattern.compile("^(?:db|database|datasource|jdbc|postgres|postgresql|mysql|mariadb)");

    private AvailabilityRules() {}

    static void check(Judgement judgement) {
        judgement.settings().forEach(setting -> {
            if (!setting.endpoints().isEmpty()) {
                singleRedis(judgement, setting);
                singleDatabase(judgement, setting);
            }
            grace(judgement, setting);
            nesting(judgement, setting);
            pool(judgement, setting);
        });
    }

    private static void singleRedis(Judgement judgement, Judged setting) {
        if (isAlone(setting, endpoint -> REDIS.contains(endpoint.scheme())) && !isOfSeveral(judgement, setting)) {
            judgement.found(
                    RuleCode.SINGLE_REDIS_NODE,
                    setting,
                    setting.shown() + " is one node, whose loss is felt at once",
                    "name the nodes of a cluster, or its sentinels; waive this if the name fails over by itself");
        }
    }

    /** Whether it is only where the others are learned. */
    private static boolean isOfSeveral(Judgement judgement, Judged setting) {
        return setting.hasSegment(SEVERAL)
                || judgement
                        .in(setting.group(), MODE::contains)
                        .anyMatch(mode -> mode.hasText(
                                text -> SEVERAL.matcher(Names.plain(text)).find()));
    }

    private static void singleDatabase(Judgement judgement, Judged setting) {
        if (isAlone(setting, AvailabilityRules::isDatabase)) {
            judgement.found(
                    RuleCode.SINGLE_DATABASE_HOST,
                    setting,
                    setting.shown() + " names one host, whose loss is felt at once",
                    "name a standby too; waive this if the name fails over by itself");
        }
    }

    private static boolean isDatabase(Endpoint endpoint) {
        return DATABASES.contains(Protocols.family(endpoint))
                && !endpoint.parameters().containsKey("failoverpartner");
    }

    /** Whether all of its endpoints of {@code kind} together are one host, which does not fail over. */
    private static boolean isAlone(Judged setting, Predicate<Endpoint> kind) {
        List<String> hosts = setting.endpoints().stream()
                .filter(kind)
                .flatMap(endpoint -> endpoint.hosts().stream())
                .toList();
        return hosts.size() == 1 && Hosts.isElsewhere(hosts.get(0)) && !Hosts.failsOver(hosts.get(0));
    }

    private static void grace(Judgement judgement, Judged setting) {
        if (!GRACE.contains(setting.name())) {
            return;
        }
        Optional<Duration> longest = judgement.settings().stream()
                .filter(it -> it.name().equals("requesttimeout"))
                .flatMap(it -> it.duration().stream())
                .max(Duration::compareTo);
        boolean isShort = judgement.isDeliberate(setting)
                && longest.isPresent()
                && setting.duration()
                        .filter(grace -> grace.compareTo(longest.get()) < 0)
                        .isPresent();
        if (isShort) {
            judgement.found(
                    RuleCode.SHORT_SHUTDOWN,
                    setting,
                    setting.shown() + " cuts off requests, which may take " + seconds(longest.get()),
                    "allow at least that much");
        }
    }

    private static void nesting(Judgement judgement, Judged setting) {
        if (!STEP.contains(setting.name())) {
            return;
        }
        Optional<Duration> whole = judgement
                .in(setting.group(), WHOLE::contains)
                .flatMap(it -> it.duration().stream())
                .filter(it -> !it.isZero())
                .min(Duration::compareTo);
        boolean isLonger = whole.isPresent()
                && setting.duration()
                        .filter(step -> step.compareTo(whole.get()) > 0)
                        .isPresent();
        if (isLonger) {
            judgement.found(
                    RuleCode.TIMEOUTS_NOT_NESTED,
                    setting,
                    setting.shown() + " never ends by itself, because the whole may take only " + seconds(whole.get()),
                    "make the step shorter than the whole");
        }
    }

    private static String seconds(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static void pool(Judgement judgement, Judged setting) {
        if (!POOL.contains(setting.name())) {
            return;
        }
        boolean isOfDatabase = setting.hasSegment(DATABASE)
                || judgement
                        .in(setting.group())
                        .anyMatch(it ->
                                it.endpoints().stream().anyMatch(url -> DATABASES.contains(Protocols.family(url))));
        Optional<Long> accepted = number(judgement.in(setting.group(), DATABASE_MAX::contains));
        Optional<Long> instances = number(judgement.settings().stream().filter(AvailabilityRules::isInstances));
        long overflow =
                number(judgement.in(setting.group(), OVERFLOW::contains)).orElse(0L);
        if (isOfDatabase
                && accepted.isPresent()
                && instances.isPresent()
                && setting.number().isPresent()) {
            connections(
                    judgement,
                    setting,
                    new Connections(setting.number().get(), overflow, instances.get(), accepted.get()));
        }
    }

    /** Topics and indexes have replicas too. */
    private static boolean isInstances(Judged setting) {
        return INSTANCES.contains(setting.name())
                && (setting.group().size() <= 1 || APPLICATION.contains(setting.parent()));
    }

    private static void connections(Judgement judgement, Judged setting, Connections connections) {
        if (connections.areTooMany()) {
            judgement.found(
                    RuleCode.POOLS_OVER_DATABASE,
                    setting,
                    "may open " + connections.opened() + " connections from " + connections.instances()
                            + " instances, and the database accepts " + connections.accepted(),
                    "make the pool smaller, or raise the database's maximum");
        }
    }

    private static Optional<Long> number(Stream<Judged> settings) {
        return settings.flatMap(it -> it.number().stream()).max(Long::compare);
    }
}
