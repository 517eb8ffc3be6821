package dev.renum.health.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the directories of the control groups of this process, as cgroups(7) describes them: its own and all above it, up to the highest that can be
 * seen. A limit of any of them holds.
 */
final class GroupDirectories {
    private final LinuxFiles files;
    private final List<Mounts.Entry> mounts;

    GroupDirectories(LinuxFiles files) {
        this.files = files;
        this.mounts = Mounts.entries(files);
    }

    /** Those of version 1 for {@code controller}, its own first; empty if there are none. */
    List<Path> of(String controller) {
        Optional<Mounts.Entry> mount = mount(
                entry -> entry.type().equals("cgroup") && entry.controllers().contains(controller));
        Optional<String> path =
                path(controllers -> List.of(controllers.split(",")).contains(controller));
        return mount.flatMap(found -> path.map(group -> upwards(found, group))).orElse(List.of());
    }

    /** Those of version 2, its own first; empty if there are none. */
    List<Path> unified() {
        Optional<Mounts.Entry> mount = mount(entry -> entry.type().equals("cgroup2"));
        Optional<String> path = path(String::isEmpty);
        return mount.flatMap(found -> path.map(group -> upwards(found, group))).orElse(List.of());
    }

    private Optional<Mounts.Entry> mount(Predicate<Mounts.Entry> wanted) {
        return mounts.stream().filter(wanted).findFirst();
    }

    private Optional<String> path(Predicate<String> controllers) {
        return files.lines("proc/self/cgroup").stream()
                .map(line -> line.split(":", 3))
                .filter(parts -> parts.length == 3 && controllers.test(parts[1]))
                .map(parts -> parts[2])
                .findFirst();
    }

    /** What is mounted may be a part of the tree: then paths begin with that part, or, seen from a namespace, lead out of it. */
    private List<Path> upwards(Mounts.Entry mount, String group) {
        String root = mount.root().equals("/") ? "" : mount.root();
        boolean isBelow = group.equals(root) || group.startsWith(root + "/");
        Path top = files.path(mount.path());
        Path own = top.resolve(isBelow ? withoutSlash(group.substring(root.length())) : "")
                .normalize();
        List<Path> levels = new ArrayList<>();
        Path level = own.startsWith(top) && Files.isDirectory(own) ? own : top;
        while (level != null && level.startsWith(top)) {
            levels.add(level);
            level = level.getParent();
        }
        return List.copyOf(levels);
    }

    private static String withoutSlash(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
