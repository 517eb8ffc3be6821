package dev.renum.health.system;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the JDK alone tells without state that it shares with others: the roots of the file system, and of memory what means the same as elsewhere. On
 * Windows its free memory is what a program could have, and its swap contains all memory; on macOS its free memory leaves out what the system would
 * give up at once, so that a healthy machine seems full, and its swap is swap. Containers have Linux, and so what {@link ProcMachine} reads.
 */
final class PlainMachine implements Machine {
    private final String system;
    private final OperatingSystemMXBean bean;

    /** The machine that {@code bean} tells of, with an operating system of the name {@code system}. */
    PlainMachine(String system, OperatingSystemMXBean bean) {
        this.system = system;
        this.bean = bean;
    }

    /** This machine. */
    static PlainMachine here() {
        OperatingSystemMXBean bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new PlainMachine(System.getProperty("os.name", ""), bean);
    }

    @Override
    public Usage processors() {
        return Usage.UNKNOWN;
    }

    @Override
    public Usage memory() {
        return isWindows() ? usage(bean.getTotalMemorySize(), bean.getFreeMemorySize()) : Usage.UNKNOWN;
    }

    @Override
    public Usage swap() {
        return isMac() ? usage(bean.getTotalSwapSpaceSize(), bean.getFreeSwapSpaceSize()) : Usage.UNKNOWN;
    }

    @Override
    public List<Mount> mounts() {
        return Stream.of(File.listRoots())
                .map(root -> Mount.of(root.getPath(), root))
                .toList();
    }

    @Override
    public Traffic network() {
        return Traffic.UNKNOWN;
    }

    @Override
    public Traffic disks() {
        return Traffic.UNKNOWN;
    }

    @Override
    public String limitation() {
        String memory = isWindows() ? "swap" : isMac() ? "memory" : "memory, swap";
        return "CPU, " + memory + ", network and disk traffic of the machine: "
                + "this is not Linux, and oshi-core is not on the class path";
    }

    private boolean isWindows() {
        return system.startsWith("Windows");
    }

    private boolean isMac() {
        return system.startsWith("Mac");
    }

    private static Usage usage(long total, long free) {
        return new Usage((double) (total - free), (double) total);
    }
}
