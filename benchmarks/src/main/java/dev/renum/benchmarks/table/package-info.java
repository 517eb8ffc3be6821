/**
 * Turns the results of a full run into the tables of {@code docs/benchmarks.md}.
 *
 * <p>Start with {@code Tables}, which {@code benchmarks/full} runs; {@code Page} says which benchmarks stand in one table and what they are
 * divided by. Everything happens on the main thread. A result that belongs to no table is left out, and named on standard error.
 */
@NullMarked
package dev.renum.benchmarks.table;

import org.jspecify.annotations.NullMarked;
