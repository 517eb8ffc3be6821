package dev.renum.health.system;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Control groups of version 1, as the kernel's {@code Documentation/admin-guide/cgroup-v1} describes them. A group without a limit of memory shows an
 * enormous one, of which nothing to speak of is used.
 *
 * @param cpu the process's own group and those above it, for the quota
 * @param accounting the same, for the time used
 * @param memoryLevels the same, for memory
 */
record FormerGroups(LinuxFiles files, List<Path> cpu, List<Path> accounting, List<Path> memoryLevels)
        implements ControlGroups {
    private static final double NANOS = 1e9;

    @Override
    public Map<String, CpuQuota> quotas() {
        Map<String, CpuQuota> quotas = new LinkedHashMap<>();
        for (int i = 0; i < cpu.size(); i++) {
            double cpus = cpus(cpu.get(i));
            if (cpus > 0) {
                quotas.put(cpu.get(i).toString(), quota(cpus, i));
            }
        }
        return quotas;
    }

    @Override
    public List<Usage> memory() {
        return memoryLevels.stream().map(this::memory).toList();
    }

    /** Negative if there is no quota. */
    private double cpus(Path level) {
        return files.number(level.resolve("cpu.cfs_quota_us")) / files.number(level.resolve("cpu.cfs_period_us"));
    }

    private CpuQuota quota(double cpus, int level) {
        List<String> lines = files.lines(cpu.get(level).resolve("cpu.stat"));
        double used = accounting.size() == cpu.size()
                ? files.number(accounting.get(level).resolve("cpuacct.usage")) / NANOS
                : Double.NaN;
        return new CpuQuota(cpus, used, files.valueOf("nr_periods", lines), files.valueOf("nr_throttled", lines));
    }

    private Usage memory(Path level) {
        double limit = files.number(level.resolve("memory.limit_in_bytes"));
        double used = files.number(level.resolve("memory.usage_in_bytes"));
        double inactive = files.valueOf("total_inactive_file", files.lines(level.resolve("memory.stat")));
        return new Usage(used - inactive, limit);
    }
}
