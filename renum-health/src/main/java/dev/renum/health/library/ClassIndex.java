package dev.renum.health.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds classes that stand in several archives. A class is kept as 64 bits of its name (Fowler, Noll and Vo's FNV-1a) and its checksum: some
 * 40 bytes for each of at most {@value #MAX_CLASSES}. Not safe for use by several threads.
 */
final class ClassIndex {
    static final int MAX_CLASSES = 500_000;

    private static final Pattern PREFIX = Pattern.compile("^(?:BOOT-INF|WEB-INF)/classes/");
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final List<String> archives = new ArrayList<>();
    private final Map<String, List<ClassFile>> packages = new HashMap<>();
    private final int limit;
    private int size;
    private int ignored;

    ClassIndex() {
        this(MAX_CLASSES);
    }

    ClassIndex(int limit) {
        this.limit = limit;
    }

    /** The number under which classes of {@code location} are added. */
    int archive(String location) {
        archives.add(location);
        return archives.size() - 1;
    }

    int archives() {
        return archives.size();
    }

    /** How many classes were too many. */
    int ignored() {
        return ignored;
    }

    /** Adds a class by the name of its entry; those of another Java release, and the descriptors that every jar may have, do not count. */
    void add(int archive, String entry, long crc) {
        if (entry.startsWith("META-INF/")
                || entry.endsWith("module-info.class")
                || entry.endsWith("package-info.class")) {
            return;
        }
        if (size == limit) {
            ignored++;
            return;
        }
        size++;
        String name = PREFIX.matcher(entry).replaceFirst("");
        packages.computeIfAbsent(packageOf(name), key -> new ArrayList<>(1))
                .add(new ClassFile(hash(name), crc, archive));
    }

    /** The pairs of archives that share classes, most of them first. A class in three archives is a pair of the first with each other one. */
    List<Overlap> overlaps() {
        Map<Pair, Tally> tallies = new HashMap<>();
        packages.forEach((name, classes) -> {
            if (hasSeveralArchives(classes)) {
                compare(name, classes, tallies);
            }
        });
        return tallies.entrySet().stream()
                .sorted(Map.Entry.<Pair, Tally>comparingByValue(
                                Comparator.comparingInt(Tally::classes).reversed())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> overlap(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Overlap overlap(Pair pair, Tally tally) {
        return tally.overlap(archives.get(pair.first()), archives.get(pair.second()));
    }

    private static boolean hasSeveralArchives(List<ClassFile> classes) {
        int first = classes.get(0).archive();
        return classes.stream().anyMatch(file -> file.archive() != first);
    }

    private static void compare(String name, List<ClassFile> classes, Map<Pair, Tally> tallies) {
        classes.sort(Comparator.comparingLong(ClassFile::hash).thenComparingInt(ClassFile::archive));
        ClassFile first = classes.get(0);
        for (ClassFile file : classes) {
            if (file.hash() != first.hash()) {
                first = file;
            } else if (file.archive() != first.archive()) {
                Pair pair = new Pair(first.archive(), file.archive());
                tallies.computeIfAbsent(pair, key -> new Tally()).add(name, file.crc() == first.crc());
            }
        }
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.');
    }

    private static long hash(String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    private record ClassFile(long hash, long crc, int archive) {}

    private record Pair(int first, int second) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return Comparator.comparingInt(Pair::first)
                    .thenComparingInt(Pair::second)
                    .compare(this, other);
        }
    }

    private static final class Tally {
        private final List<String> packages = new ArrayList<>();
        private int classes;
        private int different;

        void add(String name, boolean isSame) {
            classes++;
            different += isSame ? 0 : 1;
            if (packages.size() < 3 && !packages.contains(name)) {
                packages.add(name);
            }
        }

        int classes() {
            return classes;
        }

        Overlap overlap(String first, String second) {
            return new Overlap(
                    first,
                    second,
                    classes,
                    different,
                    packages.stream().sorted().toList());
        }
    }
}
