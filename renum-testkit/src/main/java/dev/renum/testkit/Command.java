package dev.renum.testkit;

import dev.renum.testkit.FaultProxy.Direction;
import dev.renum.testkit.FaultProxy.Fault;
import java.time.Duration;
import java.util.function.Supplier;

/** What a proxy was told last. */
sealed interface Command {
    /** A fresh trap for {@code direction} of one connection. */
    default Trap trap(Direction direction) {
        return Trap.NONE;
    }

    /** What happens when the trap springs. */
    default Fault trapFault() {
        return Fault.CUT;
    }

    /** Forward everything. */
    record Pass() implements Command {}

    /** Forward each piece only after a while. */
    record Delay(Duration delay) implements Command {}

    /** Forward nothing. */
    record Hang() implements Command {}

    /** End every connection, in the way of {@link Fault#CUT} or {@link Fault#RESET}. */
    record Break(Fault fault) implements Command {}

    /** Do not listen, but forward everything on connections that exist. */
    record Refuse() implements Command {}

    /** Forward everything until a trap springs on a connection, of which there is one per connection. */
    record Watch(Direction direction, Supplier<Trap> traps, Fault trapFault) implements Command {
        @Override
        public Trap trap(Direction watched) {
            return watched == direction ? traps.get() : Trap.NONE;
        }
    }
}
