package dev.renum.health.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Limits as a test wants them. */
final class FakeGroups implements ControlGroups {
    private final Map<String, CpuQuota> quotas = new LinkedHashMap<>();
    private List<Usage> memory = List.of();

    void quota(String group, CpuQuota quota) {
        quotas.put(group, quota);
    }

    void memory(Usage... usages) {
        memory = List.of(usages);
    }

    @Override
    public Map<String, CpuQuota> quotas() {
        return Map.copyOf(quotas);
    }

    @Override
    public List<Usage> memory() {
        return memory;
    }
}
