package dev.renum.testkit;

/** Watches the bytes of one direction of one connection for the place where a fault strikes. */
@FunctionalInterface
interface Trap {
    /** Never springs. */
    Trap NONE = (piece, from, to) -> -1;

    /**
     * The index behind the last byte of {@code piece} that still passes, or -1 if all do.
     *
     * @param from the first byte to look at, not seen before
     * @param to the end of them, exclusive
     */
    int spring(byte[] piece, int from, int to);
}
