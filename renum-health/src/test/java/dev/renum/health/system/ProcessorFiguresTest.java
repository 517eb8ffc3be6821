package dev.renum.health.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.OperatingSystemMXBean;
import dev.renum.core.Ticker;
import dev.renum.testkit.FakeTicker;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class ProcessorFiguresTest {
    private static final double CPUS = Runtime.getRuntime().availableProcessors();

    private final FakeTicker ticker = new FakeTicker();
    private final FakeMachine machine = new FakeMachine();
    private final FakeGroups groups = new FakeGroups();
    private double processSeconds;
    private final ProcessorFigures figures = new ProcessorFigures(machine, groups, () -> processSeconds, ticker);

    @Test
    void knowsNothingAtTheFirstLook() {
        groups.quota("/", new CpuQuota(1, 5, 10, 10));

        FiguresSink first = look();

        assertThat(first.figures()).containsOnlyKeys("system.cpu", "process.cpu", "system.cpu.throttled");
        assertThat(first.figures().values()).containsOnly(Double.NaN);
    }

    @Test
    void tellsWhatHasBeenSpentSinceTheLastLook() {
        machine.spend(9_000, 9_000);
        look();
        machine.spend(30, 100);
        processSeconds += CPUS;
        ticker.advance(Duration.ofSeconds(4));

        FiguresSink second = look();

        assertThat(second.value("system.cpu")).isCloseTo(0.3, within(1e-9));
        assertThat(second.value("process.cpu")).isCloseTo(0.25, within(1e-9));
        assertThat(second.value("system.cpu.throttled")).isNaN();
    }

    @Test
    void tellsOfTheQuotaIfMoreOfThatIsUsed() {
        groups.quota("/own", new CpuQuota(0.5, 10, 100, 20));
        groups.quota("/above", new CpuQuota(2, 50, 100, 0));
        look();
        machine.spend(1, 100);
        processSeconds = 1.5;
        groups.quota("/own", new CpuQuota(0.5, 11.5, 140, 30));
        groups.quota("/above", new CpuQuota(2, 52, 140, 0));
        ticker.advance(Duration.ofSeconds(4));

        FiguresSink second = look();

        assertThat(second.value("system.cpu")).isCloseTo(0.75, within(1e-9));
        assertThat(second.value("process.cpu")).isCloseTo(0.75, within(1e-9));
        assertThat(second.value("system.cpu.throttled")).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void isNotThrottledWhileNobodyWantsToRun() {
        groups.quota("/", new CpuQuota(1, 5, 10, 10));
        look();
        ticker.advance(Duration.ofSeconds(4));

        assertThat(look().value("system.cpu.throttled")).isZero();
    }

    @Test
    void leavesOutAQuotaThatIsNew() {
        look();
        machine.spend(1, 100);
        groups.quota("/", new CpuQuota(1, 5_000, 10_000, 10_000));
        ticker.advance(Duration.ofSeconds(4));

        FiguresSink second = look();

        assertThat(second.value("system.cpu")).isCloseTo(0.01, within(1e-9));
        assertThat(second.value("system.cpu.throttled")).isNaN();
    }

    @Test
    void neverTellsMoreThanAllOrLessThanNothing() {
        machine.spend(100, 100);
        look();
        machine.spend(-5, 100);
        processSeconds += 1_000;
        ticker.advance(Duration.ofSeconds(1));

        FiguresSink second = look();

        assertThat(second.value("system.cpu")).isZero();
        assertThat(second.value("process.cpu")).isEqualTo(1);
    }

    @Test
    void isRightWhileAnotherThreadKeepsAskingTheBeanOfThePlatform() throws Exception {
        ProcessorFigures real =
                new ProcessorFigures(Machines.here(), groups, RuntimeFigures::processSeconds, Ticker.system());
        OperatingSystemMXBean bean = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        AtomicBoolean over = new AtomicBoolean();
        Thread asking = new Thread(() -> {
            while (!over.get()) {
                bean.getCpuLoad();
                bean.getProcessCpuLoad();
            }
        });
        asking.start();

        real.measure(new FiguresSink());
        Usage machineBefore = Machines.here().processors();
        double secondsBefore = RuntimeFigures.processSeconds();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < Duration.ofSeconds(1).toNanos()) {
            Thread.onSpinWait();
        }
        double spent = RuntimeFigures.processSeconds() - secondsBefore;
        double elapsed = (System.nanoTime() - begun) / 1e9;
        Usage machineAfter = Machines.here().processors();
        FiguresSink sink = new FiguresSink();
        real.measure(sink);
        over.set(true);
        asking.join();

        assertThat(sink.value("process.cpu")).isCloseTo(Math.min(1, spent / elapsed / CPUS), within(0.1));
        assertThat(sink.value("process.cpu")).isGreaterThan(0.02);
        double system = machineAfter.since(machineBefore).ratio();
        assertThat(Double.isNaN(system) || Math.abs(sink.value("system.cpu") - system) < 0.1)
                .as("system.cpu %s beside %s", sink.value("system.cpu"), system)
                .isTrue();
    }

    private FiguresSink look() {
        FiguresSink sink = new FiguresSink();
        figures.measure(sink);
        return sink;
    }
}
