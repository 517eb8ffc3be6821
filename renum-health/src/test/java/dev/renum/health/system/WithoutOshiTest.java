package dev.renum.health.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.renum.core.Ticker;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("without-oshi")
final class WithoutOshiTest {
    @Test
    void runsWithoutTheLibrary() {
        assertThatExceptionOfType(ClassNotFoundException.class)
                .isThrownBy(() -> Class.forName("oshi.spi.SystemInfoFactory"));
    }

    @Test
    void knowsWhatTheJdkDoesAndSaysWhatIsMissing() {
        Machine machine = Machines.elsewhere();

        assertThat(machine.limitation()).contains("oshi-core");
        assertThat(machine.mounts()).isNotEmpty();
        assertThat(List.of(machine.processors(), machine.memory(), machine.swap()))
                .containsOnly(Usage.UNKNOWN);
        assertThat(List.of(machine.network(), machine.disks())).containsOnly(Traffic.UNKNOWN);
    }

    @Test
    void givesFiguresHere() {
        FiguresSink sink = new FiguresSink();

        SystemFigures.here(Ticker.system()).measure(sink);

        assertThat(sink.figures()).containsKeys("system.cpu", "jvm.heap");
    }
}
