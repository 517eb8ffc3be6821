/**
 * The figures of the system and of what is watched, and their history.
 *
 * <p>Start with {@link dev.renum.health.metric.MetricHistory}. A figure that cannot be found out is {@code NaN}, never 0.
 */
@NullMarked
package dev.renum.health.metric;

import org.jspecify.annotations.NullMarked;
