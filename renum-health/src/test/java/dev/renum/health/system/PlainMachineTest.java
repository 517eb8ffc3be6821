package dev.renum.health.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Only what a bean tells depends on the system, so this one stands for all. */
final class PlainMachineTest {
    private final OperatingSystemMXBean bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Test
    void knowsTheMemoryOfWindowsAndNotItsSwap() {
        Machine windows = new PlainMachine("Windows Server 2022", bean);

        assertThat(windows.memory().total()).isCloseTo((double) bean.getTotalMemorySize(), within(1.0));
        assertThat(windows.memory().ratio()).isBetween(0.0, 1.0);
        assertThat(windows.swap()).isEqualTo(Usage.UNKNOWN);
        assertThat(windows.limitation()).startsWith("CPU, swap, network");
    }

    @Test
    void knowsTheSwapOfMacAndNotItsMemoryWhichWouldSeemFull() {
        Machine mac = new PlainMachine("Mac OS X", bean);

        assertThat(mac.swap().total()).isCloseTo((double) bean.getTotalSwapSpaceSize(), within(1.0));
        assertThat(mac.memory()).isEqualTo(Usage.UNKNOWN);
        assertThat(mac.limitation()).startsWith("CPU, memory, network");
    }

    @Test
    void knowsNeitherWhereItIsNotKnownWhatTheyMean() {
        Machine other = new PlainMachine("FreeBSD", bean);

        assertThat(other.memory()).isEqualTo(Usage.UNKNOWN);
        assertThat(other.swap()).isEqualTo(Usage.UNKNOWN);
        assertThat(other.limitation()).startsWith("CPU, memory, swap, network");
        assertThat(other.mounts()).isNotEmpty();
    }
}
