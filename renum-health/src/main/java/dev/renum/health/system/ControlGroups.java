package dev.renum.health.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The limits that control groups set to this process. Those without a limit, which is the rule outside of containers, are not mentioned. */
interface ControlGroups {
    /** The quotas of the process's group and those above it, by directory. */
    Map<String, CpuQuota> quotas();

    /** The memory in use, without what the kernel would give up at once, and its limit, of the same groups. */
    List<Usage> memory();

    /** Version 1 where its controllers are mounted, otherwise version 2. */
    static ControlGroups of(LinuxFiles files) {
        GroupDirectories directories = new GroupDirectories(files);
        List<Path> cpu = directories.of("cpu");
        List<Path> memory = directories.of("memory");
        ControlGroups unified = new UnifiedGroups(files, directories.unified());
        ControlGroups former = new FormerGroups(files, cpu, directories.of("cpuacct"), memory);
        return new MixedGroups(cpu.isEmpty() ? unified : former, memory.isEmpty() ? unified : former);
    }
}
