package dev.renum.benchmarks;

import org.openjdk.jmh.annotations.Threads;

/** {@link RequestRecordBenchmark} with two threads that record requests of the same route. */
@Threads(2)
public class RequestRecordByTwoThreadsBenchmark extends RequestRecordBenchmark {}
