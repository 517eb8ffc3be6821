package dev.renum.config.rule;

import dev.renum.config.report.RuleCode;
import dev.renum.config.source.Names;
import dev.renum.core.Severity;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges what belongs to development and not to production: SEC-018 and 019. */
final class ProductionRules {
    private static final Set<String> DOUBLE = Set.of("mock", "fake", "stub", "dummy");
    private static final Set<String> DOUBLE_SWITCH = Set.of(
            "mock",
            "mocks",
            "usemock",
            "usemocks",
            "fake",
            "fakes",
            "usefake",
            "usefakes",
            "stub",
            "stubs",
            "usestub",
            "usestubs");
    private static final Pattern DOUBLE_TYPE = Pattern.compile("(?:[a-z_]\\w*\\.)+(?:Mock|Fake|Stub|Dummy)[A-Z]\\w*");
    private static final Pattern DOUBLE_HOST = Pattern.compile(
            "(?:^|[.-])(?:mock|mocks|mockserver|wiremock|localstack|mailhog|mailpit|sandbox\\.smtp\\.mailtrap|greenmail|httpbin)(?:[.-]|$)");
    private static final Pattern EMBEDDED = Pattern.compile(
            "jdbc:(?:h2:(?!tcp:|ssl:)|hsqldb:(?:mem|file|res):|derby:(?!//)|sqlite:).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** What only speaks of an example: it shows it to people, or keeps it out. */
    private static final Pattern ABOUT_EXAMPLES = Pattern.compile(
            "example|sample|placeholder|hint|block|den(?:y|ied)|reject|forbid|ignore|exclude|disposable");

    /** A stub resolver, or zone, is one that asks another. */
    private static final Set<String> DNS = Set.of("dns", "zone", "zones", "resolver");

    /** The end of the key; a script of the schema that is written to a file changes nothing. */
    private static final Pattern DDL = Pattern.compile(
            "ddlauto$|hbm2ddl(?:\\.?auto)?$|(?:^|\\.)(?:generateddl|autoddl|ddlgeneration|schemaaction|createschema"
                    + "|updateschema|dropfirst|cleanonvalidationerror|createdatabaseschemas)$"
                    + "|schemageneration(?:\\.database)?(?:\\.?action)?$|database\\.generation$|schemamanagement\\.?strategy$");

    private static final Set<String> CHANGING = Set.of(
            "create",
            "createdrop",
            "createonly",
            "createtables",
            "createorextendtables",
            "dropandcreate",
            "dropandcreatetables",
            "update",
            "drop");

    private ProductionRules() {}

    static void check(Judgement judgement) {
        if (!judgement.environment().isProduction()) {
            return;
        }
        judgement.telling().forEach(setting -> {
            String placeholder = placeholder(setting);
            if (!placeholder.isEmpty()) {
                judgement.found(RuleCode.PLACEHOLDER, setting, placeholder, "set what production uses");
            } else if (setting.endpoints().stream().anyMatch(Endpoint::isLoopback)) {
                loopback(judgement, setting);
            }
            schema(judgement, setting);
        });
    }

    /** What is not meant for production, as the end of a sentence; empty if nothing is. */
    private static String placeholder(Judged setting) {
        if (setting.hasText(Hosts::namesAnExample) && !setting.hasSegment(ABOUT_EXAMPLES)) {
            return setting.shown() + " is an example";
        }
        if (setting.hasText(text -> EMBEDDED.matcher(text).matches())) {
            return setting.shown() + " is an embedded database, which is gone with its container";
        }
        if (setting.is(true)
                && setting.switched().equals("console")
                && setting.segments().contains("h2")) {
            return "opens the console of an embedded database";
        }
        return isDouble(setting) ? setting.shown() + " is a double for tests" : "";
    }

    private static boolean isDouble(Judged setting) {
        boolean isOn = setting.is(true) && DOUBLE_SWITCH.contains(setting.switched());
        boolean isHost = Addresses.hosts(setting)
                .anyMatch(host -> DOUBLE_HOST.matcher(host).find());
        return isOn
                || isHost
                || (!setting.isSecret()
                        && !setting.hasSegment(DNS::contains)
                        && setting.hasText(ProductionRules::isDouble));
    }

    private static boolean isDouble(String text) {
        return DOUBLE.contains(text.toLowerCase(Locale.ROOT))
                || DOUBLE_TYPE.matcher(text).matches();
    }

    private static void loopback(Judgement judgement, Judged setting) {
        judgement.found(
                RuleCode.PLACEHOLDER,
                Severity.INFO,
                setting,
                setting.shown() + " is this machine itself",
                "nothing, if it runs beside the application");
    }

    private static void schema(Judgement judgement, Judged setting) {
        boolean isChanging = setting.is(true) || setting.hasText(text -> CHANGING.contains(Names.plain(text)));
        if (isChanging && DDL.matcher(setting.path()).find()) {
            judgement.found(
                    RuleCode.SCHEMA_CHANGES,
                    setting,
                    setting.shown() + " lets whichever version starts change the schema",
                    "use validate or none, and migrations");
        }
    }
}
