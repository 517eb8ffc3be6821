package dev.renum.benchmarks.guard;

/**
 * What a benchmark measured.
 *
 * @param nanos the time of one call
 * @param bytes what one call allocates
 */
record Measurement(Estimate nanos, Estimate bytes) {}
