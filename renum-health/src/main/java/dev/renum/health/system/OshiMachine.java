package dev.renum.health.system;

import java.util.List;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.hardware.VirtualMemory;
import oshi.software.os.FileSystem;
import oshi.software.os.OSFileStore;
import oshi.spi.SystemInfoFactory;
import oshi.spi.SystemInfoProvider;

/** What OSHI tells. The only class that names OSHI: it is reached through {@link Machines}, which survives that it cannot be linked. */
final class OshiMachine implements Machine {
    private static final int IDLE = 3;
    private static final int WAITING = 4;

    private final HardwareAbstractionLayer hardware;
    private final FileSystem files;

    private OshiMachine(SystemInfoProvider provider) {
        hardware = provider.getHardware();
        files = provider.getOperatingSystem().getFileSystem();
    }

    /** The machine as the provider on the class path sees it. */
    static Machine open() {
        return new OshiMachine(SystemInfoFactory.create());
    }

    /** Ticks in the order of OSHI's {@code TickType}: user, nice, system, idle, iowait and others. */
    @Override
    public Usage processors() {
        long[] ticks = hardware.getProcessor().getSystemCpuLoadTicks();
        double total = 0;
        for (long tick : ticks) {
            total += tick;
        }
        return new Usage(total - ticks[IDLE] - ticks[WAITING], total);
    }

    @Override
    public Usage memory() {
        double total = hardware.getMemory().getTotal();
        return new Usage(total - hardware.getMemory().getAvailable(), total);
    }

    @Override
    public Usage swap() {
        VirtualMemory swap = hardware.getMemory().getVirtualMemory();
        return new Usage(swap.getSwapUsed(), swap.getSwapTotal());
    }

    @Override
    public List<Mount> mounts() {
        return files.getFileStores(true).stream()
                .filter(store -> store.getTotalSpace() > 0)
                .map(OshiMachine::mount)
                .toList();
    }

    @Override
    public Traffic network() {
        return hardware.getNetworkIFs().stream().map(OshiMachine::traffic).reduce(Traffic.NONE, Traffic::plus);
    }

    @Override
    public Traffic disks() {
        return hardware.getDiskStores().stream().map(OshiMachine::traffic).reduce(Traffic.NONE, Traffic::plus);
    }

    private static Mount mount(OSFileStore store) {
        double used = (double) store.getTotalSpace() - store.getFreeSpace();
        return new Mount(store.getMount(), new Usage(used, used + store.getUsableSpace()));
    }

    private static Traffic traffic(NetworkIF network) {
        return new Traffic(network.getBytesRecv(), network.getBytesSent());
    }

    private static Traffic traffic(HWDiskStore disk) {
        return new Traffic(disk.getReadBytes(), disk.getWriteBytes());
    }
}
