/**
 * What is on a request's path or what a start waits for, measured with JMH: one class per path, with Renum, what it is built on and a
 * hand-written minimum side by side, because only ratios of one run mean something on a shared machine. Classes named {@code …Peers…}, in
 * {@code src/peers}, do the same with other libraries and are built by the profile {@code peers} only.
 *
 * <p>Methods are named {@code renum…}, {@code raw…} for the library underneath, and after what they do for a minimum. JMH extends these
 * classes, so they are public and not final. {@code docs/benchmarks.md} has the last results, which {@link dev.renum.benchmarks.table}
 * prints; {@link dev.renum.benchmarks.guard} watches over the figures that must not get worse.
 *
 * <p>No thread but JMH's own and those of what is measured. A benchmark that cannot be set up fails its run. What is no time, such as memory, a
 * benchmark counts itself and JMH shows as a secondary result.
 */
@NullMarked
package dev.renum.benchmarks;

import org.jspecify.annotations.NullMarked;
