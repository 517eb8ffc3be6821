package dev.renum.health.dependency;

import dev.renum.health.library.Evidence;
import dev.renum.health.library.Library;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Libraries that are released and tested as one.
 *
 * @param name what people call it
 * @param groups the start of their groups, complete or up to a dot
 * @param artifacts their names
 * @param agreement which part of their versions must be the same
 * @param cure what keeps them together
 */
record Family(String name, List<String> groups, Pattern artifacts, Agreement agreement, String cure) {
    /** All that are known. */
    static final List<Family> ALL = List.of(
            of("Renum", "dev.renum", "renum-(?!example).*", Agreement.VERSION, "import dev.renum:renum-bom"),
            of(
                    "Micrometer",
                    "io.micrometer",
                    "micrometer-(?!tracing|context|docs).*",
                    Agreement.VERSION,
                    "import io.micrometer:micrometer-bom"),
            of(
                    "Netty",
                    "io.netty",
                    "netty-(?!tcnative|incubator|contrib|jni).*",
                    Agreement.VERSION,
                    "import io.netty:netty-bom"),
            of(
                    "Jackson 2",
                    "com.fasterxml.jackson",
                    "jackson-(?!annotations).*",
                    Agreement.MINOR,
                    "import com.fasterxml.jackson:jackson-bom"),
            of("Jackson 3", "tools.jackson", "jackson-.*", Agreement.MINOR, "import tools.jackson:jackson-bom"),
            of(
                    "Hibernate ORM",
                    "org.hibernate.orm",
                    "hibernate-(?!validator|search|reactive|commons|models|tools).*",
                    Agreement.VERSION,
                    "import org.hibernate.orm:hibernate-platform"),
            of(
                    "SLF4J",
                    "org.slf4j",
                    "(?:slf4j-(?!migrator).*|jcl-over-slf4j|jul-to-slf4j|log4j-over-slf4j)",
                    Agreement.MINOR,
                    "import org.slf4j:slf4j-bom"),
            of(
                    "Logback",
                    "ch.qos.logback",
                    "logback-(?:core|classic)",
                    Agreement.VERSION,
                    "give both the same version"),
            of(
                    "Log4j",
                    "org.apache.logging.log4j",
                    "log4j-(?:api|core|slf4j2?-impl|jul|jcl|1\\.2-api|to-slf4j|layout-template-json)",
                    Agreement.VERSION,
                    "import org.apache.logging.log4j:log4j-bom"),
            of(
                    "Spring Framework",
                    "org.springframework",
                    "spring-(?:aop|aspects|beans|context|context-support|core|expression|jcl|jdbc|jms|messaging|orm|oxm|r2dbc|"
                            + "test|tx|web|webflux|webmvc|websocket)",
                    Agreement.VERSION,
                    "import org.springframework:spring-framework-bom"),
            of(
                    "Spring Boot",
                    "org.springframework.boot",
                    "spring-boot(?:-.*)?",
                    Agreement.VERSION,
                    "import org.springframework.boot:spring-boot-dependencies"),
            of(
                    "Kotlin",
                    "org.jetbrains.kotlin",
                    "kotlin-(?:stdlib|reflect)",
                    Agreement.MINOR,
                    "import org.jetbrains.kotlin:kotlin-bom"),
            of(
                    "Jetty",
                    "org.eclipse.jetty",
                    "jetty-(?:alpn|client|deploy|http|http2|io|jmx|plus|proxy|security|server|session|util|websocket|xml|ee).*"
                            + "|http2-.*",
                    Agreement.VERSION,
                    "import org.eclipse.jetty:jetty-bom"),
            of(
                    "OpenTelemetry",
                    "io.opentelemetry",
                    "opentelemetry-(?:api|common|context|sdk|sdk-common|sdk-trace|sdk-metrics|sdk-logs)",
                    Agreement.MINOR,
                    "import io.opentelemetry:opentelemetry-bom"),
            of(
                    "Prometheus client",
                    "io.prometheus",
                    "prometheus-metrics-.*",
                    Agreement.VERSION,
                    "import io.prometheus:prometheus-metrics-bom"),
            of("gRPC", "io.grpc", "grpc-(?!kotlin).*", Agreement.VERSION, "import io.grpc:grpc-bom"),
            of(
                    "ASM",
                    "org.ow2.asm",
                    "asm(?:-(?:analysis|commons|tree|util))?",
                    Agreement.VERSION,
                    "import org.ow2.asm:asm-bom"));

    private static Family of(String name, String group, String artifacts, Agreement agreement, String cure) {
        return new Family(name, List.of(group), Pattern.compile(artifacts), agreement, cure);
    }

    /** Whether {@code library} belongs to it; by name alone, where nothing tells the group. */
    boolean has(Library library) {
        String group = library.group();
        boolean isGroup = group == null || groups.stream().anyMatch(start -> isWithin(group, start));
        return artifacts.matcher(library.name()).matches()
                && (isGroup || !library.evidence().contains(Evidence.POM_PROPERTIES));
    }

    /** What of {@code version} must be the same in all members. */
    String shared(String version) {
        return agreement == Agreement.VERSION ? version : line(version);
    }

    /** Major and minor number. */
    static String line(String version) {
        String[] numbers = version.split("[.-]", 3);
        return numbers.length < 2 ? numbers[0] : numbers[0] + "." + numbers[1];
    }

    /** The line of major and minor number that all versions are of, if it is one. */
    static Optional<String> commonLine(List<String> versions) {
        List<String> lines = versions.stream().map(Family::line).distinct().toList();
        return lines.size() == 1 ? Optional.of(lines.get(0)) : Optional.empty();
    }

    private static boolean isWithin(String group, String start) {
        return group.equals(start) || group.startsWith(start + ".");
    }

    /** Which part of versions must be the same. */
    enum Agreement {
        /** All of it. */
        VERSION,
        /** Major and minor number. */
        MINOR
    }
}
