package dev.renum.health.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Linux, as it tells of itself in {@code /proc}; the formats are those of proc(5) and of the kernel's {@code Documentation/admin-guide/iostats.rst}. */
final class ProcMachine implements Machine {
    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int LAST_OF_CPU = 8;
    private static final double KIBI = 1024;
    private static final double SECTOR = 512;

    private final LinuxFiles files;
    private final Mounts mounts;

    ProcMachine(LinuxFiles files) {
        this.files = files;
        this.mounts = new Mounts(files);
    }

    /** Time that the hypervisor has given to others is spent; that of guests is contained in that of users. */
    @Override
    public Usage processors() {
        List<String> lines = files.lines("proc/stat");
        String[] words = LinuxFiles.words(lines.isEmpty() ? "" : lines.get(0));
        if (!words[0].equals("cpu") || words.length <= LAST_OF_CPU) {
            return Usage.UNKNOWN;
        }
        double total = Arrays.stream(words, 1, LAST_OF_CPU + 1)
                .mapToDouble(LinuxFiles::number)
                .sum();
        double idle = LinuxFiles.number(words[IDLE]) + LinuxFiles.number(words[WAITING]);
        return new Usage(total - idle, total);
    }

    @Override
    public Usage memory() {
        return memory("MemTotal:", "MemAvailable:");
    }

    @Override
    public Usage swap() {
        return memory("SwapTotal:", "SwapFree:");
    }

    private Usage memory(String totalKey, String freeKey) {
        List<String> lines = files.lines("proc/meminfo");
        double total = files.valueOf(totalKey, lines) * KIBI;
        return new Usage(total - files.valueOf(freeKey, lines) * KIBI, total);
    }

    @Override
    public List<Mount> mounts() {
        return mounts.local();
    }

    /** Of the hardware; in a container, which has none, of all interfaces but the loopback: adding virtual ones would count packets twice. */
    @Override
    public Traffic network() {
        List<String[]> all = files.lines("proc/net/dev").stream()
                .filter(line -> line.contains(":"))
                .map(line -> LinuxFiles.words(line.replace(":", ": ")))
                .filter(words -> words.length > 9 && !words[0].equals("lo:"))
                .toList();
        List<String[]> hardware = all.stream().filter(this::isHardware).toList();
        return (hardware.isEmpty() ? all : hardware)
                .stream()
                        .map(words -> new Traffic(LinuxFiles.number(words[1]), LinuxFiles.number(words[9])))
                        .reduce(Traffic::plus)
                        .orElse(Traffic.UNKNOWN);
    }

    private boolean isHardware(String[] words) {
        String name = words[0].substring(0, words[0].length() - 1);
        return Files.exists(files.path("sys/class/net/" + name + "/device"));
    }

    /** Of whole disks: partitions, and what is built upon disks, would count the same bytes again. */
    @Override
    public Traffic disks() {
        Set<String> disks = hardwareDisks();
        return files.lines("proc/diskstats").stream()
                .map(LinuxFiles::words)
                .filter(words -> words.length > 9 && disks.contains(words[2]))
                .map(words -> new Traffic(LinuxFiles.number(words[5]) * SECTOR, LinuxFiles.number(words[9]) * SECTOR))
                .reduce(Traffic::plus)
                .orElse(Traffic.UNKNOWN);
    }

    private Set<String> hardwareDisks() {
        try (Stream<Path> blocks = Files.list(files.path("sys/block"))) {
            return blocks.filter(block -> Files.exists(block.resolve("device")))
                    .map(block -> block.getFileName().toString())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            return Set.of();
        }
    }
}
