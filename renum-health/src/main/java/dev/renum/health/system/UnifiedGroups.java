package dev.renum.health.system;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Control groups of version 2, as the kernel's {@code Documentation/admin-guide/cgroup-v2.rst} describes them.
 *
 * @param levels the process's own group and those above it
 */
record UnifiedGroups(LinuxFiles files, List<Path> levels) implements ControlGroups {
    private static final double MICROS = 1e6;

    @Override
    public Map<String, CpuQuota> quotas() {
        Map<String, CpuQuota> quotas = new LinkedHashMap<>();
        for (Path level : levels) {
            double cpus = cpus(level);
            if (!Double.isNaN(cpus)) {
                quotas.put(level.toString(), quota(cpus, files.lines(level.resolve("cpu.stat"))));
            }
        }
        return quotas;
    }

    @Override
    public List<Usage> memory() {
        return levels.stream()
                .map(this::memory)
                .filter(usage -> !Double.isNaN(usage.total()))
                .toList();
    }

    /** Quota and period; without a quota the first word is {@code max}, which is no number. */
    private double cpus(Path level) {
        List<String> lines = files.lines(level.resolve("cpu.max"));
        String[] words = LinuxFiles.words(lines.isEmpty() ? "" : lines.get(0));
        return words.length == 2 ? LinuxFiles.number(words[0]) / LinuxFiles.number(words[1]) : Double.NaN;
    }

    private CpuQuota quota(double cpus, List<String> lines) {
        return new CpuQuota(
                cpus,
                files.valueOf("usage_usec", lines) / MICROS,
                files.valueOf("nr_periods", lines),
                files.valueOf("nr_throttled", lines));
    }

    private Usage memory(Path level) {
        double limit = files.number(level.resolve("memory.max"));
        double current = files.number(level.resolve("memory.current"));
        double inactive = files.valueOf("inactive_file", files.lines(level.resolve("memory.stat")));
        return new Usage(current - inactive, limit);
    }
}
