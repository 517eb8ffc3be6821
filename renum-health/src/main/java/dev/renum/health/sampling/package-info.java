/**
 * Samples figures and keeps their history.
 *
 * <p>Start with {@link dev.renum.health.sampling.Sampler}, which asks the sources; {@code SampleSink} makes rates of totals, and
 * {@code SampledHistory} keeps what comes out, each figure in {@code Ring}s of numbers. Not exported: hosts see
 * {@link dev.renum.health.metric.MetricHistory}.
 *
 * <p>One daemon thread per sampler, {@code renum-health-sampler}; it blocks on whatever a source blocks on, and nobody waits for it. Readers
 * never hold it up: what they read is copied without a lock. A source that throws costs its own figures of one sampling.
 */
@NullMarked
package dev.renum.health.sampling;

import org.jspecify.annotations.NullMarked;
