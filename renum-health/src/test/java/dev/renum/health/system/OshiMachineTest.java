package dev.renum.health.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** On Linux both ways of looking are there, so they can be compared. */
@EnabledOnOs(OS.LINUX)
final class OshiMachineTest {
    private final Machine oshi = Machines.elsewhere();
    private final Machine proc = new ProcMachine(new LinuxFiles(Path.of("/")));

    @Test
    void isThereWhereItsLibraryIs() {
        assertThat(oshi).isInstanceOf(OshiMachine.class);
        assertThat(oshi.limitation()).isEmpty();
    }

    @Test
    void seesTheSameMemory() {
        assertThat(oshi.memory().total()).isEqualTo(proc.memory().total());
        assertThat(oshi.memory().ratio()).isCloseTo(proc.memory().ratio(), within(0.2));
        assertThat(oshi.swap().total()).isEqualTo(proc.swap().total());
    }

    @Test
    void seesTheSameProcessors() {
        Usage by = oshi.processors();
        Usage own = proc.processors();

        assertThat(by.ratio()).isCloseTo(own.ratio(), within(0.05));
    }

    @Test
    void seesTrafficThatGrows() {
        assertThat(oshi.network().in()).isLessThanOrEqualTo(proc.network().in() + 1e9);
        assertThat(oshi.disks().out()).isNotNegative();
    }

    @Test
    void seesTheRootOfTheFileSystem() {
        assertThat(oshi.mounts())
                .allSatisfy(mount -> assertThat(mount.space().ratio()).isBetween(0.0, 1.0));
    }
}
