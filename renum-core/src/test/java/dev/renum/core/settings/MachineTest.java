package dev.renum.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class MachineTest {
    @Test
    void isWhatTheJvmSees() {
        Machine machine = Machine.current();

        assertThat(machine.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(machine.memory()).isEqualTo(Runtime.getRuntime().maxMemory());
    }

    @Test
    void hasAtLeastOneCoreAndSomeMemory() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Machine(0, 1)).withMessageContaining("0 cores");
        assertThatIllegalArgumentException().isThrownBy(() -> new Machine(1, 0)).withMessageContaining("0 bytes");
    }

    @Test
    void refusesADefaultWithoutAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MachineDefault("pool.size", "8", " "))
                .withMessageContaining("pool.size has no reason");
    }
}
