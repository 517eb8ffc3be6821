package dev.renum.testkit;

import dev.renum.testkit.Conduct.Order;
import dev.renum.testkit.FaultProxy.Direction;

/** The trap in one direction of one connection; every order sets it anew. Used by one thread. */
final class OrderedTrap {
    private final Direction direction;
    private long number = -1;
    private Trap trap = Trap.NONE;

    OrderedTrap(Direction direction) {
        this.direction = direction;
    }

    Trap under(Order order) {
        if (order.number() != number) {
            number = order.number();
            trap = order.command().trap(direction);
        }
        return trap;
    }
}
