/**
 * What is on a request's path, measured with JMH: one class per path, with Renum, what it is built on and a hand-written minimum side by
 * side, because only ratios of one run mean something on a shared machine.
 *
 * <p>Methods are named {@code renum…}, {@code raw…} for the library underneath, and after what they do for a minimum. JMH extends these
 * classes, so they are public and not final. {@code docs/benchmarks.md} has the last results; {@link dev.renum.benchmarks.guard} watches
 * over the figures that must not get worse.
 *
 * <p>No thread but JMH's own and those of the monitor that is measured. A benchmark that cannot be set up fails its run.
 */
@NullMarked
package dev.renum.benchmarks;

import org.jspecify.annotations.NullMarked;
