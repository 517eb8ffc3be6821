package dev.renum.config.rule;

import dev.renum.config.report.RuleCode;
import dev.renum.core.Severity;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges what strangers get to see: SEC-001, 002, 003, 011 and 012. */
final class ExposureRules {
    private static final Set<String> DEBUG = Set.of("debug", "debugmode");
    private static final Set<String> LOG = Set.of("log", "logs", "logging", "logger", "loggers");
    /** What a level is set by, not what has to do with levels otherwise. */
    private static final Pattern LEVEL = Pattern.compile(
            "^(?!.*(?:drop|discard|exclude|ignore|suppress|den[yi])).*levels?$|^loggers?$|^root$|threshold$|verbosity$");

    private static final Set<String> VERBOSE = Set.of("debug", "trace", "all", "fine", "finer", "finest");
    private static final int LONGEST_LEVELS = 1_000;
    private static final Pattern BETWEEN_LEVELS = Pattern.compile("[,;:=\\s]+");
    private static final Pattern BINDS = Pattern.compile(
            "(?:log|show|print)\\.?(?:sql|jdbc)?(?:bind|binds|bindvalues|bindparameters|parameters|parametervalues)$");
    private static final Pattern DETAILS = Pattern.compile(
            "^(?:show|include|expose|render)(?:errors?|errordetails?|stacktraces?|exceptions?|exceptiondetails?)$"
                    + "|^(?:errordetails|detailederrors|stacktraces?)$");
    private static final Set<String> SHOWN = Set.of("always", "on_param", "on-param", "true", "full");
    private static final Pattern ERROR = Pattern.compile("(?:stacktraces?|errordetails?|exceptions?)$");

    /** Who looks there may see errors. */
    private static final Set<String> INSIDE = Set.of(
            "metric",
            "metrics",
            "trace",
            "traces",
            "tracing",
            "telemetry",
            "otel",
            "opentelemetry",
            "micrometer",
            "sentry",
            "audit",
            "apm");

    private static final Pattern CORS = Pattern.compile("cors|^(?:accesscontrol)?allow(?:ed)?origin|^originpatterns?$");
    private static final Set<String> ANY_ORIGIN =
            Set.of("*", ".*", "^.*$", "/.*/", "/^.*$/", "null", "http*", "https*", "http://*", "https://*", "*://*");
    private static final Set<String> REFLECTS = Set.of(
            "reflectorigin",
            "reflectorigins",
            "reflectclientorigin",
            "allowallorigins",
            "allowanyorigin",
            "anyorigin",
            "anyhost");
    private static final Set<String> CREDENTIALS = Set.of("allowcredentials", "credentials", "supportscredentials");

    private static final Pattern AUTHENTICATION = Pattern.compile(
            "(?:^|\\.)(?:(?:require)?auth(?:entication)?|authorization|secured|security)(?:\\.?required)?$");
    /** Micrometer's switches for groups of figures. */
    private static final String ENABLE = "enable";

    private static final Set<String> MONITORING =
            Set.of("monitoring", "management", "metrics", "actuator", "prometheus", "admin");

    private ExposureRules() {}

    static void check(Judgement judgement) {
        judgement.telling().forEach(setting -> {
            debug(judgement, setting);
            log(judgement, setting);
            details(judgement, setting);
            origins(judgement, setting);
            monitoring(judgement, setting);
        });
    }

    private static void debug(Judgement judgement, Judged setting) {
        if (setting.is(true) && DEBUG.contains(setting.switched())) {
            judgement.found(RuleCode.DEBUG_MODE, setting, "is on in production", "switch it off");
        }
    }

    private static void log(Judgement judgement, Judged setting) {
        if (setting.hasSegment(ExposureRules::isLog) && isVerbose(setting)) {
            judgement.found(
                    RuleCode.VERBOSE_LOG,
                    setting,
                    setting.shown() + " writes data of users into the log",
                    "use INFO, or waive this for the days that you need it");
        }
        if (setting.is(true) && BINDS.matcher(setting.path()).find()) {
            judgement.found(
                    RuleCode.VERBOSE_LOG, setting, "writes the values of SQL parameters into the log", "switch it off");
        }
    }

    private static boolean isLog(String segment) {
        return LOG.contains(segment) || segment.endsWith("loglevel") || segment.endsWith("loglevels");
    }

    /** A text may have levels by logger: {@code INFO,org.acme:debug}. */
    private static boolean isVerbose(Judged setting) {
        boolean isLevel = setting.hasSegment(LEVEL) || isLog(setting.name());
        return isLevel && setting.hasText(ExposureRules::isVerbose);
    }

    private static boolean isVerbose(String levels) {
        return levels.length() <= LONGEST_LEVELS
                && BETWEEN_LEVELS.splitAsStream(levels.toLowerCase(Locale.ROOT)).anyMatch(VERBOSE::contains);
    }

    private static void details(Judgement judgement, Judged setting) {
        String name = setting.switched();
        boolean isOn = setting.is(true) && DETAILS.matcher(name).find();
        boolean isChosen = hasText(setting, SHOWN) && ERROR.matcher(name).find();
        if ((isOn || isChosen) && !setting.hasSegment(ExposureRules::isInside)) {
            judgement.found(
                    RuleCode.ERROR_DETAILS,
                    setting,
                    "shows the inside of the application to whoever causes an error",
                    "switch it off; the log has the details");
        }
    }

    private static boolean isInside(String segment) {
        return isLog(segment) || INSIDE.contains(segment);
    }

    private static void origins(Judgement judgement, Judged setting) {
        boolean reflects = setting.is(true) && REFLECTS.contains(setting.switched());
        boolean isAny = namesOrigins(setting) && setting.hasText(ANY_ORIGIN::contains);
        if (reflects || (isAny && setting.hasSegment(CORS))) {
            everyOrigin(judgement, setting);
        }
    }

    private static void monitoring(Judgement judgement, Judged setting) {
        boolean isOff =
                setting.is(false) && AUTHENTICATION.matcher(setting.path()).find();
        if (isOff
                && setting.hasSegment(MONITORING::contains)
                && !setting.segments().contains(ENABLE)) {
            judgement.found(RuleCode.OPEN_MONITORING, setting, "lets everybody in who reaches it", "switch it on");
        }
    }

    private static boolean hasText(Judged setting, Set<String> texts) {
        return setting.hasText(text -> texts.contains(text.toLowerCase(Locale.ROOT)));
    }

    private static boolean namesOrigins(Judged setting) {
        return setting.name().contains("origin") || setting.name().equals("cors");
    }

    private static void everyOrigin(Judgement judgement, Judged setting) {
        boolean withCredentials =
                judgement.in(setting.owner(), CREDENTIALS::contains).anyMatch(it -> it.is(true));
        Severity usual = RuleCode.OPEN_CORS.severityIn(judgement.environment());
        Severity severity = withCredentials && usual == Severity.ERROR ? Severity.CRITICAL : usual;
        String message = withCredentials
                ? "lets pages of every origin act as the user who looks at them"
                : "lets pages of every origin read the answers";
        judgement.found(
                RuleCode.OPEN_CORS,
                severity,
                setting,
                message,
                "name the origins of your own pages; waive this for an interface that is public");
    }
}
