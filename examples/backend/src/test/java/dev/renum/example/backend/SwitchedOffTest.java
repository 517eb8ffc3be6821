package dev.renum.example.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import dev.renum.core.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The application with each module of Renum switched off by its settings, alone and all at once. */
final class SwitchedOffTest {
    private static final String MONITORING = "renum.monitoring";
    private static final String HEALTH = "renum.health";
    private static final Pattern STATUS = Pattern.compile("^\\{\"status\":\"(\\w+)\"");

    @TempDir
    Path folder;

    /** The prefixes of all settings with a switch that are on the class path, so that a new module is tried as soon as it is used. */
    static List<String> switches() {
        return new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.renum").stream()
                        .filter(type -> type.isAnnotatedWith(Settings.class)
                                && type.tryGetField("enabled").isPresent())
                        .map(JavaClass::reflect)
                        .map(type -> type.getAnnotation(Settings.class).prefix())
                        .sorted()
                        .toList();
    }

    static Stream<List<String>> combinations() {
        return Stream.concat(switches().stream().map(List::of), Stream.of(switches()));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void servesAndStopsWithoutThem(List<String> switchedOff) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                BackendProcess backend = BackendProcess.start(folder, variables(switchedOff, taken))
                        .awaitStart()) {
            assertServes(backend);
            assertStatuses(backend, expectedStatuses(switchedOff));
            assertThat(backend.threads()).isNotEmpty().noneMatch(thread -> isOf(switchedOff, thread));

            backend.terminate();

            assertThat(backend.awaitExit(Duration.ofSeconds(5))).isEqualTo(143);
        }
    }

    @Test
    void runsTheThreadsOfModulesThatAreOn() throws IOException {
        try (BackendProcess backend = BackendProcess.start(folder, Map.of()).awaitStart()) {
            assertServes(backend);
            assertStatuses(backend, List.of("UP"));

            assertThat(switches()).contains(HEALTH, MONITORING);
            assertThat(backend.threads())
                    .anyMatch(thread -> isOf(List.of(HEALTH), thread))
                    .anyMatch(thread -> isOf(List.of(MONITORING), thread));
        }
    }

    private static void assertServes(BackendProcess backend) {
        assertThat(backend.send("POST", backend.application(""), "{\"name\":\"red\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(backend.get(backend.application("")).body()).isEqualTo("[{\"id\":1,\"name\":\"red\"}]");
    }

    /**
     * Monitoring that is switched off gets a port that it could not open. What development changes is set, since the optimizations that would
     * set it may be switched off.
     */
    private static Map<String, String> variables(List<String> switchedOff, ServerSocket taken) {
        Map<String, String> variables =
                new HashMap<>(Map.of("RENUM_MONITORING_RANDOM_TOKEN", "true", "RENUM_HEALTH_DRAIN_ANNOUNCE", "0s"));
        switchedOff.forEach(
                prefix -> variables.put(prefix.replace('.', '_').toUpperCase(Locale.ROOT) + "_ENABLED", "false"));
        if (switchedOff.contains(MONITORING)) {
            variables.put("RENUM_MONITORING_PORT", Integer.toString(taken.getLocalPort()));
        }
        return variables;
    }

    /** The first checks may still run. */
    private static void assertStatuses(BackendProcess backend, List<String> expected) {
        await().untilAsserted(() -> assertThat(statuses(backend)).isEqualTo(expected));
    }

    /** What monitoring says of the system; nothing if it is switched off. */
    private static List<String> statuses(BackendProcess backend) {
        if (backend.output().contains("monitoring: switched off")) {
            return List.of();
        }
        String detailed = backend.get(backend.monitoring("/api/v1/monitoring/health/detailed"))
                .body();
        return STATUS.matcher(detailed).results().map(found -> found.group(1)).toList();
    }

    private static List<String> expectedStatuses(List<String> switchedOff) {
        if (switchedOff.contains(MONITORING)) {
            return List.of();
        }
        return List.of(switchedOff.contains(HEALTH) ? "DISABLED" : "UP");
    }

    private static boolean isOf(List<String> prefixes, String thread) {
        return prefixes.stream().anyMatch(prefix -> thread.startsWith(prefix.replace('.', '-') + "-"));
    }
}
