package dev.renum.health.system;

import java.util.List;
import java.util.Map;

/** Quotas and memory from where each is: a machine may have one controller in version 1 and another in version 2. */
record MixedGroups(ControlGroups ofCpu, ControlGroups ofMemory) implements ControlGroups {
    @Override
    public Map<String, CpuQuota> quotas() {
        return ofCpu.quotas();
    }

    @Override
    public List<Usage> memory() {
        return ofMemory.memory();
    }
}
