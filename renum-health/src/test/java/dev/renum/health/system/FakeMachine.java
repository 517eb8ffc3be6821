package dev.renum.health.system;

import java.util.List;

/** A machine as a test wants it. */
final class FakeMachine implements Machine {
    private Usage processors = new Usage(0, 0);
    private Usage memory = Usage.UNKNOWN;

    void spend(double busy, double all) {
        processors = new Usage(processors.used() + busy, processors.total() + all);
    }

    void use(double used, double total) {
        memory = new Usage(used, total);
    }

    @Override
    public Usage processors() {
        return processors;
    }

    @Override
    public Usage memory() {
        return memory;
    }

    @Override
    public Usage swap() {
        return Usage.UNKNOWN;
    }

    @Override
    public List<Mount> mounts() {
        throw new IllegalStateException("no mounts today");
    }

    @Override
    public Traffic network() {
        return Traffic.UNKNOWN;
    }

    @Override
    public Traffic disks() {
        return Traffic.UNKNOWN;
    }
}
