package dev.renum.health;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.awaitility.Awaitility.await;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DrainTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String MINUTE = "60000";

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void killAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Nested
    final class InAProcess {
        @Test
        void endsBySigtermAfterItHasSaidSo() throws Exception {
            Process host = start(List.of(), "300", MINUTE, "0", "await");
            awaitLine("ready true");

            kill(host, "TERM");

            assertThat(exitCode(host)).isEqualTo(143);
            assertThat(output()).startsWith("ready true", "drained, ready false, alive true, [RNM-HLT-007]");
        }

        @Test
        void endsBySigint() throws Exception {
            Process host = start(List.of(), "0", MINUTE, "0", "await");
            awaitLine("ready true");

            kill(host, "INT");

            assertThat(exitCode(host)).isEqualTo(130);
            assertThat(output()).hasSizeGreaterThan(1).element(1).asString().startsWith("drained, ready false");
        }

        @Test
        void hurriesAtTheSecondSignal() throws Exception {
            Process host = start(List.of(), MINUTE, MINUTE, "1", "watched");
            awaitLine("ready true");

            kill(host, "TERM");
            // Two signals at once would count as one.
            awaitLine("draining");
            await().during(Duration.ofMillis(300)).atMost(LIMIT).until(() -> host.isAlive() && output().size() == 2);
            kill(host, "TERM");

            assertThat(exitCode(host)).isEqualTo(143);
            assertThat(output()).hasSizeGreaterThan(2).element(2).asString().startsWith("drained, ready false");
        }

        @Test
        void givesUpOnRequestsAtTheLimit() throws Exception {
            Process host = start(List.of(), "0", "200", "1", "await");
            awaitLine("ready true");

            kill(host, "TERM");

            assertThat(exitCode(host)).isEqualTo(143);
        }

        @Test
        void countsASignalThatCameBeforeAnybodyWaited() throws Exception {
            Process host = start(List.of(), "0", MINUTE, "0", "late");
            awaitLine("ready true");

            kill(host, "TERM");
            host.getOutputStream().write('\n');
            host.getOutputStream().flush();

            assertThat(exitCode(host)).isEqualTo(143);
            assertThat(output()).hasSizeGreaterThan(1).element(1).asString().startsWith("drained, ready false");
        }

        @Test
        void letsTheThirdSignalEndAHostThatHangs() throws Exception {
            Process host = start(List.of(), "0", "0", "0", "start-up");
            awaitLine("ready true");

            while (host.isAlive()) {
                kill(host, "TERM");
                host.waitFor(200, TimeUnit.MILLISECONDS);
            }

            assertThat(exitCode(host)).isEqualTo(143);
            assertThat(output()).containsExactly("ready true");
        }

        @Test
        void refusesAnotherUntilItsSignalsAreGivenBack() throws Exception {
            Process host = start(List.of(), "0", "0", "0", "again");
            awaitLine("ready true");

            kill(host, "TERM");

            assertThat(exitCode(host)).isZero();
            assertThat(output()).contains("another is refused");
        }

        @Test
        void leavesAProcessAloneThatNobodySignals() throws Exception {
            Process host = start(List.of(), "0", "0", "0", "nothing");

            assertThat(exitCode(host)).isZero();
            assertThat(output()).endsWith("closed");
        }

        @Test
        void saysWhereSignalsCannotBeHandled() throws Exception {
            Process host = start(List.of("-Xrs"), "0", "0", "0", "await");
            awaitLine("ready true");

            kill(host, "TERM");

            assertThat(exitCode(host)).isEqualTo(143);
            assertThat(output()).containsExactly("ready true");
        }
    }

    @Nested
    final class InThisProcess {
        @Test
        void waitsForRequestsInFlight() throws Exception {
            HealthSettings settings = HealthSettings.builder()
                    .drainAnnounce(Duration.ZERO)
                    .drainLimit(Duration.ofMinutes(1))
                    .build();
            try (Drain drain = Drain.onTermination();
                    HealthMonitor health = HealthMonitor.builder(settings).build()) {
                long request = health.requests().begin();
                Thread waiting = new Thread(() -> drain.await(health));
                waiting.start();

                drain.begin();
                await().atMost(LIMIT).until(() -> !health.snapshot().isReady());
                boolean draining = waiting.isAlive();
                health.requests().end(request, "GET", "/", 200);
                waiting.join(LIMIT.toMillis());

                assertThat(draining).isTrue();
                assertThat(waiting.isAlive()).isFalse();
                assertThat(health.snapshot().isAlive()).isTrue();
            }
        }

        @Test
        void keepsTheInterruptOfWhoWaits() {
            try (Drain drain = Drain.onTermination();
                    HealthMonitor health = HealthMonitor.builder(
                                    HealthSettings.builder().build())
                            .build()) {
                Thread.currentThread().interrupt();

                drain.await(health);

                assertThat(Thread.interrupted()).isTrue();
                assertThat(health.snapshot().isReady()).isTrue();
            }
        }

        @Test
        void letsWhoWaitsGoWhenItIsClosedAndLeavesReadinessAlone() throws Exception {
            try (HealthMonitor health =
                    HealthMonitor.builder(HealthSettings.builder().build()).build()) {
                Drain drain = Drain.onTermination();
                Thread waiting = new Thread(() -> drain.await(health));
                waiting.setDaemon(true);
                waiting.start();
                await().atMost(LIMIT).until(() -> waiting.getState() == Thread.State.WAITING);

                drain.close();
                waiting.join(LIMIT.toMillis());

                assertThat(waiting.isAlive()).isFalse();
                assertThat(health.snapshot().isReady()).isTrue();
            }
        }

        @Test
        void withdrawsReadinessWhateverTheChecksAre() {
            HealthSettings.Builder settings = HealthSettings.builder().drainAnnounce(Duration.ZERO);

            HealthSnapshot named = drained(settings.build(), CheckSpec.of("shutdown", HealthResult::up));
            HealthSnapshot off = drained(settings.enabled(false).build(), CheckSpec.of("a", HealthResult::up));

            assertThat(List.of(named, off)).allSatisfy(snapshot -> {
                assertThat(snapshot.isReady()).isFalse();
                assertThat(snapshot.isAlive()).isTrue();
                assertThat(snapshot.check("shutdown").code()).isEqualTo(HealthCode.SHUTTING_DOWN.id());
            });
        }

        @Test
        void drainsAlsoWhereTheLogFails() {
            HealthSettings settings =
                    HealthSettings.builder().drainAnnounce(Duration.ZERO).build();
            RecordingLogger log = RecordingLogger.failing();
            try (Drain drain = new Drain(log);
                    HealthMonitor health = HealthMonitor.builder(settings).build()) {
                drain.begin();

                drain.await(health);

                assertThat(health.snapshot().isReady()).isFalse();
            }
            assertThat(log.lines()).hasSize(2);
        }

        @Test
        void drainsAlsoWhileTheLogBlocks() {
            HealthSettings settings =
                    HealthSettings.builder().drainAnnounce(Duration.ZERO).build();
            CountDownLatch release = new CountDownLatch(1);
            RecordingLogger log = new RecordingLogger(() -> awaitUninterrupted(release));
            try (Drain drain = new Drain(log);
                    HealthMonitor health = HealthMonitor.builder(settings).build()) {
                drain.begin();

                drain.await(health);

                assertThat(health.snapshot().isReady()).isFalse();
            }
            assertThat(log.lines()).hasSize(1);
            release.countDown();
        }

        @Test
        @SuppressWarnings("NullAway")
        void refusesAMonitorThatIsNoneBeforeTheSignal() {
            try (Drain drain = Drain.onTermination()) {
                assertThatNullPointerException()
                        .isThrownBy(() -> drain.await(null))
                        .withMessage("health");
            }
        }

        @Test
        void isOnlyOnePerProcess() {
            try (Drain first = Drain.onTermination()) {
                assertThatIllegalStateException().isThrownBy(Drain::onTermination);
                first.begin();
            }
            Drain.onTermination().close();
        }

        private static void awaitUninterrupted(CountDownLatch latch) {
            while (latch.getCount() > 0) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    Thread.onSpinWait();
                }
            }
        }

        private static HealthSnapshot drained(HealthSettings settings, CheckSpec check) {
            try (Drain drain = Drain.onTermination();
                    HealthMonitor health =
                            HealthMonitor.builder(settings).check(check).build()) {
                drain.begin();
                drain.await(health);
                return health.snapshot();
            }
        }
    }

    private Process start(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(listening());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DrainHost.class.getName()));
        command.addAll(List.of(arguments));
        Process host = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        started.add(host);
        return host;
    }

    /** What makes a child listen to SIGINT again: a shell that runs the build in the background lets everything below it ignore that. */
    private static List<String> listening() throws IOException {
        Path status = Path.of("/proc/self/status");
        boolean ignored = Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
        return ignored ? List.of("env", "--default-signal=INT") : List.of();
    }

    private static void kill(Process process, String signal) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        kill.waitFor();
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private void awaitLine(String line) {
        await().atMost(LIMIT).until(() -> output().contains(line));
    }

    private List<String> output() throws IOException {
        return Files.readString(folder.resolve("out"), UTF_8).lines().toList();
    }
}
