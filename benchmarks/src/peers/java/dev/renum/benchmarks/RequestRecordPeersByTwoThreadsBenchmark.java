package dev.renum.benchmarks;

import org.openjdk.jmh.annotations.Threads;

/** {@link RequestRecordPeersBenchmark} with two threads that record into the same timer. */
@Threads(2)
public class RequestRecordPeersByTwoThreadsBenchmark extends RequestRecordPeersBenchmark {}
