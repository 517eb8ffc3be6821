/**
 * The figures of the system and of what is watched, and their history.
 *
 * <p>Start with {@link dev.renum.health.metric.MetricHistory}; {@link dev.renum.health.metric.SystemMetrics} are the newest figures of the machine.
 * How they come about is in the packages {@code sampling} and {@code system}, which are not exported.
 *
 * <p>No thread of its own. Reading copies numbers and waits for nobody, but that {@code names()} waits for the first sampling. A figure that
 * cannot be found out is {@code NaN}, never 0.
 */
@NullMarked
package dev.renum.health.metric;

import org.jspecify.annotations.NullMarked;
