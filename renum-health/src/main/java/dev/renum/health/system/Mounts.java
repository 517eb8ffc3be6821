package dev.renum.health.system;

import java.io.File;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The local file systems of Linux that fill up: those on a device, and the root of a container. A file system of the network is never asked, since the
 * question may hang; one mounted read-only never fills up; of several mounts of one device the shortest path stands for all. The format is
 * that of {@code /proc/<pid>/mountinfo} in proc(5).
 */
final class Mounts {
    private static final Set<String> WITHOUT_DEVICE = Set.of("overlay", "zfs", "btrfs", "bcachefs");
    private static final Set<String> NEVER_WRITTEN = Set.of("squashfs", "iso9660", "erofs", "udf");

    private final LinuxFiles files;

    Mounts(LinuxFiles files) {
        this.files = files;
    }

    /** A line of the file; {@code controllers} are the options of the file system itself, which for control groups name those. */
    record Entry(
            String device,
            String root,
            String path,
            String options,
            String type,
            String source,
            List<String> controllers) {
        boolean isLocal() {
            return !NEVER_WRITTEN.contains(type) && (source.startsWith("/dev/") || WITHOUT_DEVICE.contains(type));
        }

        boolean isWritable() {
            return Stream.of(options.split(",")).anyMatch(option -> option.equals("rw"));
        }
    }

    /** All entries, in their order. */
    static List<Entry> entries(LinuxFiles files) {
        return files.lines("proc/self/mountinfo").stream()
                .map(LinuxFiles::words)
                .flatMap(words -> entry(words).stream())
                .toList();
    }

    List<Mount> local() {
        Map<String, Mount> byDevice = new LinkedHashMap<>();
        entries(files).stream()
                .filter(entry -> entry.isLocal() && entry.isWritable())
                .sorted(Comparator.comparingInt(entry -> entry.path().length()))
                .forEach(entry -> add(entry, byDevice));
        return List.copyOf(byDevice.values());
    }

    private void add(Entry entry, Map<String, Mount> byDevice) {
        File directory = files.path(entry.path()).toFile();
        if (!byDevice.containsKey(entry.device()) && directory.isDirectory()) {
            byDevice.put(entry.device(), Mount.of(entry.path(), directory));
        }
    }

    /** Optional fields of any number end with a dash; spaces in paths are written as octal numbers. */
    private static List<Entry> entry(String[] words) {
        int dash = List.of(words).indexOf("-");
        if (dash < 6 || words.length < dash + 3) {
            return List.of();
        }
        List<String> controllers = words.length > dash + 3 ? List.of(words[dash + 3].split(",")) : List.of();
        return List.of(new Entry(
                words[2],
                unescaped(words[3]),
                unescaped(words[4]),
                words[5],
                words[dash + 1],
                words[dash + 2],
                controllers));
    }

    private static String unescaped(String path) {
        return path.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
