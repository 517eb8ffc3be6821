package dev.renum.health.dependency;

import dev.renum.core.Severity;
import dev.renum.health.HealthCode;
import dev.renum.health.library.Library;
import java.util.List;
import java.util.Set;

/** What writes the log must be of the generation of the API: SLF4J 2 does not find a provider for 1.7, and says so where nobody reads it. */
final class LoggingRule {
    private static final Set<String> OWN =
            Set.of("slf4j-nop", "slf4j-simple", "slf4j-jdk14", "slf4j-log4j12", "slf4j-reload4j", "slf4j-jcl");
    private static final String SUBJECT = "SLF4J";

    private LoggingRule() {}

    static void apply(List<Library> libraries, Judgement judgement) {
        List<Library> apis = libraries.stream().filter(LoggingRule::isApi).toList();
        if (apis.isEmpty()) {
            return;
        }
        List<Library> providers =
                libraries.stream().filter(LoggingRule::isProvider).toList();
        long names = providers.stream().map(Library::name).distinct().count();
        if (names == 0) {
            judgement.find(
                    HealthCode.LOGGING_PROVIDER,
                    Severity.INFO,
                    SUBJECT,
                    "slf4j-api is there, and no provider that is known: without one nothing is logged",
                    "add one, such as ch.qos.logback:logback-classic");
        } else if (names > 1) {
            judgement.find(
                    HealthCode.LOGGING_PROVIDER,
                    SUBJECT,
                    "several providers are there, and chance decides: " + list(providers),
                    "keep one");
        }
        generations(apis.get(0), providers, judgement);
    }

    private static void generations(Library api, List<Library> providers, Judgement judgement) {
        List<Library> strange = providers.stream()
                .filter(provider -> generation(provider) != generation(api))
                .toList();
        if (strange.isEmpty()) {
            return;
        }
        boolean isSilent = strange.size() == providers.size();
        judgement.find(
                HealthCode.LOGGING_PROVIDER,
                isSilent ? Severity.ERROR : Severity.WARNING,
                SUBJECT,
                "slf4j-api " + api.version() + " does not find " + list(strange) + ", made for another generation"
                        + (isSilent ? ": nothing is logged" : ""),
                "use a provider for SLF4J " + generation(api)
                        + (generation(api) == 2 ? ": logback-classic 1.3 or later, log4j-slf4j2-impl, slf4j-* 2" : ""));
    }

    private static boolean isApi(Library library) {
        return !library.shaded() && library.version() != null && library.is("org.slf4j", "slf4j-api");
    }

    private static boolean isProvider(Library library) {
        return !library.shaded()
                && library.version() != null
                && (OWN.contains(library.name())
                        || library.is("ch.qos.logback", "logback-classic")
                        || library.name().equals("log4j-slf4j-impl")
                        || library.name().equals("log4j-slf4j2-impl"));
    }

    /** 1 looked for a class of a certain name, 2 looks for a service. */
    private static int generation(Library library) {
        String version = String.valueOf(library.version());
        String second = switch (library.name()) {
            case "log4j-slf4j-impl" -> "999";
            case "log4j-slf4j2-impl" -> "0";
            case "logback-classic" -> "1.3.0-alpha0";
            default -> "1.8.0-alpha0";
        };
        return VersionRange.compare(version, second) >= 0 ? 2 : 1;
    }

    private static String list(List<Library> libraries) {
        return String.join(
                ", ",
                libraries.stream()
                        .map(one -> one.name() + " " + one.version())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
