package dev.renum.testkit;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The command that holds now, and a place to wait for the next. Safe for use by many threads. */
final class Conduct {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Order order = new Order(0, new Command.Pass());

    /**
     * A command as it was given; the same one given again is another order.
     *
     * @param number counts the orders
     */
    record Order(long number, Command command) {}

    Order current() {
        lock.lock();
        try {
            return order;
        } finally {
            lock.unlock();
        }
    }

    void change(Command command) {
        lock.lock();
        try {
            order = new Order(order.number() + 1, command);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The order after {@code seen} as soon as there is one, or {@code seen} once {@code limit} has passed. */
    Order awaitChange(Order seen, Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lockInterruptibly();
        try {
            while (order.number() == seen.number() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return order;
        } finally {
            lock.unlock();
        }
    }
}
