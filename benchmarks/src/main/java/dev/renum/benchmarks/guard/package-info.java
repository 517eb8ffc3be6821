/**
 * Watches over figures that must not get worse: allocation per call, and how many times slower one benchmark is than another.
 *
 * <p>Start with {@code Guard}, which {@code benchmarks/guard} runs. The rules stand in {@code benchmarks/guards.json}; {@code JmhBench} runs
 * what they name, {@code Verdict} says what became of each. A rule is broken only if the whole confidence interval of its figure is above its
 * limit, so noise alone breaks none, and a difference smaller than the noise breaks none either: the table shows both.
 *
 * <p>Everything happens on the main thread, which waits for the JVMs that JMH forks. What could not be measured counts as broken.
 */
@NullMarked
package dev.renum.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
