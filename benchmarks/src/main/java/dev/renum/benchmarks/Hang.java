package dev.renum.benchmarks;

import java.util.concurrent.TimeUnit;

/** A server that does not answer, as a check sees it: it comes back after two seconds, and an interrupt changes nothing. */
final class Hang {
    private static final long LENGTH = TimeUnit.SECONDS.toNanos(2);

    private Hang() {}

    static void forTwoSeconds() {
        long end = System.nanoTime() + LENGTH;
        boolean interrupted = false;
        for (long left = LENGTH; left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
