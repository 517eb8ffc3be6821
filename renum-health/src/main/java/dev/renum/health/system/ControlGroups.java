package dev.renum.health.system;

import java.util.List;
import java.util.Map;

/** The limits that control groups set to this process. Those without a limit, which is the rule outside of containers, are not mentioned. */
interface ControlGroups {
    /** None at all. */
    ControlGroups NONE = new ControlGroups() {
        @Override
        public Map<String, CpuQuota> quotas() {
            return Map.of();
        }

        @Override
        public List<Usage> memory() {
            return List.of();
        }
    };

    /** The quotas of the process's group and those above it, by directory. */
    Map<String, CpuQuota> quotas();

    /** The memory in use, without what the kernel would give up at once, and its limit, of the same groups. */
    List<Usage> memory();

    /** Version 1 where its controllers are mounted, otherwise version 2. */
    static ControlGroups of(LinuxFiles files) {
        GroupDirectories directories = new GroupDirectories(files);
        ControlGroups unified = new UnifiedGroups(files, directories.unified());
        ControlGroups former =
                new FormerGroups(files, directories.of("cpu"), directories.of("cpuacct"), directories.of("memory"));
        return new ControlGroups() {
            @Override
            public Map<String, CpuQuota> quotas() {
                return directories.of("cpu").isEmpty() ? unified.quotas() : former.quotas();
            }

            @Override
            public List<Usage> memory() {
                return directories.of("memory").isEmpty() ? unified.memory() : former.memory();
            }
        };
    }
}
