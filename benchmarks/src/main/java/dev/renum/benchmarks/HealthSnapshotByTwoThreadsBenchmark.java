package dev.renum.benchmarks;

import org.openjdk.jmh.annotations.Threads;

/** {@link HealthSnapshotBenchmark} with two threads that read the same monitor. */
@Threads(2)
public class HealthSnapshotByTwoThreadsBenchmark extends HealthSnapshotBenchmark {}
