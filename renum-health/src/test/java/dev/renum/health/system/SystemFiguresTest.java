package dev.renum.health.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.renum.core.Ticker;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SystemFiguresTest {
    @Test
    void hasDeclaredEveryNameThatItGives() {
        SystemFigures figures = SystemFigures.here(Ticker.system());
        FiguresSink sink = new FiguresSink();

        figures.measure(sink);

        Set<String> given = sink.figures().keySet().stream()
                .map(name -> name.replaceAll("\\{.*", ""))
                .collect(Collectors.toSet());
        assertThat(SystemFigures.names()).hasSizeGreaterThanOrEqualTo(15).containsAll(given);
        assertThat(figures.checks()).isEmpty();
    }

    @Test
    void knowsWhatEveryJvmTells() {
        SystemFigures figures = SystemFigures.here(Ticker.system());
        System.gc();
        figures.measure(new FiguresSink());
        FiguresSink sink = new FiguresSink();

        figures.measure(sink);

        assertThat(sink.value("jvm.heap")).isBetween(0.0, 1.0);
        assertThat(sink.value("jvm.heap.after_gc")).isBetween(0.0, sink.value("jvm.heap") + 0.5);
        assertThat(sink.value("jvm.gc.overhead")).isBetween(0.0, 1.0);
        assertThat(sink.value("jvm.threads")).isGreaterThanOrEqualTo(1);
        assertThat(sink.value("jvm.threads.deadlocked")).isZero();
        assertThat(sink.value("jvm.classes")).isGreaterThan(100);
        assertThat(sink.value("jvm.direct")).isNotNegative();
    }

    @Test
    void givesTheOthersIfOneFailsAndThenSaysSo() {
        FakeMachine machine = new FakeMachine();
        machine.use(30, 100);
        FakeGroups groups = new FakeGroups();
        groups.memory(new Usage(10, 100), new Usage(80, 100));
        SystemFigures figures = new SystemFigures(() -> machine, () -> groups, Ticker.system());
        FiguresSink sink = new FiguresSink();

        assertThatIllegalStateException()
                .isThrownBy(() -> figures.measure(sink))
                .withMessage("no mounts today");

        assertThat(sink.value("system.memory")).isCloseTo(0.8, within(1e-9));
        assertThat(sink.figures()).containsKeys("system.load", "jvm.classes").doesNotContainKey("system.disk");
    }

    @Test
    void tellsOfTheMachineIfMoreOfThatIsUsed() {
        FakeMachine machine = new FakeMachine();
        machine.use(90, 100);
        FakeGroups groups = new FakeGroups();
        groups.memory(new Usage(80, 100));
        SystemFigures figures = new SystemFigures(() -> machine, () -> groups, Ticker.system());
        FiguresSink sink = new FiguresSink();

        assertThatIllegalStateException().isThrownBy(() -> figures.measure(sink));

        assertThat(sink.value("system.memory")).isCloseTo(0.9, within(1e-9));
    }

    @Test
    void saysWhatCannotBeKnown() {
        SystemFigures figures = new SystemFigures(PlainMachine::here, FakeGroups::new, Ticker.system());
        FiguresSink sink = new FiguresSink();

        figures.measure(sink);

        assertThat(figures.limitation()).contains("oshi-core");
        assertThat(sink.value("system.memory")).isNaN();
        assertThat(sink.figures()).anySatisfy((name, value) -> assertThat(name).startsWith("system.disk{mount="));
    }
}
