package dev.renum.micrometer;

import java.lang.ref.WeakReference;

/** Makes the JVM forget what nobody holds. */
final class Garbage {
    private Garbage() {}

    /** Returns once an object that nobody holds is gone; a JVM that never collects hangs here. */
    static void collect() {
        WeakReference<Object> canary = new WeakReference<>(new Object());
        while (canary.get() != null) {
            System.gc();
            Thread.onSpinWait();
        }
    }
}
