package dev.renum.health.system;

import java.util.List;

/** What an operating system tells of a machine; {@code UNKNOWN} where it does not. For one thread at a time. */
interface Machine {
    /** Time of all processors that was spent, and that was there to be spent, in a unit of its own, since the start of the machine. */
    Usage processors();

    /** Memory that no program could have any more, in bytes. */
    Usage memory();

    /** Swap, in bytes; nothing of nothing if there is none. */
    Usage swap();

    /** Local file systems that can be written to, each once. */
    List<Mount> mounts();

    /** What went over the network. */
    Traffic network();

    /** What was read from and written to disks. */
    Traffic disks();

    /** What keeps it from knowing more, for people; empty if nothing does. */
    default String limitation() {
        return "";
    }
}
