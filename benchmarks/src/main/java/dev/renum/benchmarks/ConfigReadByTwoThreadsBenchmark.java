package dev.renum.benchmarks;

import org.openjdk.jmh.annotations.Threads;

/** {@link ConfigReadBenchmark} with two threads that read the same objects. */
@Threads(2)
public class ConfigReadByTwoThreadsBenchmark extends ConfigReadBenchmark {}
