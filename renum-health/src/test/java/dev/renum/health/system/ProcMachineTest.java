package dev.renum.health.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcMachineTest {
    private final Machine machine = new ProcMachine(Fixtures.files("machine"));

    @Test
    void takesIdlingAndWaitingForNotSpentAndCountsGuestsOnce() {
        assertThat(machine.processors()).isEqualTo(new Usage(1_500, 10_000));
    }

    @Test
    void takesMemoryThatCouldBeHadForFree() {
        assertThat(machine.memory()).isEqualTo(new Usage(4_000_000 * 1024.0, 16_000_000 * 1024.0));
        assertThat(machine.swap().ratio()).isEqualTo(0.25);
    }

    @Test
    void addsUpTheNetworkOfTheHardware() {
        assertThat(machine.network()).isEqualTo(new Traffic(1_300, 2_400));
    }

    @Test
    void addsUpWholeDisksOfTheHardware() {
        assertThat(machine.disks()).isEqualTo(new Traffic(2_020 * 512, 4_002 * 512));
    }

    @Test
    void knowsEachLocalFileSystemThatFillsUpOnce() {
        List<Mount> mounts = machine.mounts();

        assertThat(mounts).extracting(Mount::path).containsExactly("/", "/mnt/my files");
        assertThat(mounts).allSatisfy(mount -> assertThat(mount.space().ratio()).isBetween(0.0, 1.0));
    }

    @Test
    void addsUpAllButTheLoopbackWhereThereIsNoHardware() {
        Machine container = new ProcMachine(Fixtures.files("container"));

        assertThat(container.network()).isEqualTo(new Traffic(500, 600));
        assertThat(container.mounts()).extracting(Mount::path).containsExactly("/");
    }

    @Test
    void knowsNothingWithoutItsFiles() {
        Machine nowhere = new ProcMachine(Fixtures.files("nowhere"));

        assertThat(List.of(nowhere.processors(), nowhere.memory(), nowhere.swap()))
                .allSatisfy(usage -> assertThat(usage.ratio()).isNaN());
        assertThat(List.of(nowhere.network(), nowhere.disks())).containsOnly(Traffic.UNKNOWN);
        assertThat(nowhere.mounts()).isEmpty();
    }

    @Test
    void knowsNothingOfProcessorsFromALineThatIsTooShort() {
        assertThat(new ProcMachine(Fixtures.files("container")).processors()).isEqualTo(Usage.UNKNOWN);
    }

    @Test
    void hasNoRatioOfSwapWithoutSwap() {
        assertThat(new ProcMachine(Fixtures.files("container")).swap().ratio()).isNaN();
    }
}
