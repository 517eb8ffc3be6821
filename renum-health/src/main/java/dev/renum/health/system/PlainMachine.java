package dev.renum.health.system;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/** What the JDK alone tells without state that it shares with others: the roots of the file system. */
final class PlainMachine implements Machine {
    @Override
    public Usage processors() {
        return Usage.UNKNOWN;
    }

    @Override
    public Usage memory() {
        return Usage.UNKNOWN;
    }

    @Override
    public Usage swap() {
        return Usage.UNKNOWN;
    }

    @Override
    public List<Mount> mounts() {
        return Stream.of(File.listRoots())
                .map(root -> Mount.of(root.getPath(), root))
                .toList();
    }

    @Override
    public Traffic network() {
        return Traffic.UNKNOWN;
    }

    @Override
    public Traffic disks() {
        return Traffic.UNKNOWN;
    }

    @Override
    public String limitation() {
        return "CPU, memory, swap, network and disk traffic of the machine: this is not Linux, and oshi-core is not on the class path";
    }
}
