package dev.renum.health.system;

/** Bytes in both directions since the machine was started: received and sent, or read and written. */
record Traffic(double in, double out) {
    static final Traffic UNKNOWN = new Traffic(Double.NaN, Double.NaN);
    static final Traffic NONE = new Traffic(0, 0);

    Traffic plus(Traffic other) {
        return new Traffic(in + other.in, out + other.out);
    }
}
