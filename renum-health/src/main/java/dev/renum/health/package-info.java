/**
 * The truth about the system, in one volatile read.
 *
 * <p>Start with {@link dev.renum.health.HealthMonitor}. {@code ConcurrentHealthMonitor} puts the parts together: {@code CheckRegistry} has the
 * checks, {@code CheckScheduler} does a {@code CheckPass} again and again, which decides what runs, and {@code CheckRunner} lets it; the state machine of one check is {@code MonitoredCheck}
 * with {@code Hysteresis}; {@code Aggregation} makes a {@link dev.renum.health.HealthSnapshot} of all, which {@code Board} publishes;
 * {@code Instruments} are the figures, of which {@code Scoring} and {@code PerformanceAnalysis} make something. All state is guarded by the one
 * lock of {@code Guard}. {@link dev.renum.health.Drain} is the story of an orderly stop. States and guarantees are written down in
 * {@code docs/decisions.md}.
 *
 * <p>Threads, all daemons: {@code renum-health-scheduler} (one per monitor; never runs a check and waits for nothing but the next due
 * moment), {@code renum-health-check-<n>} (at most one per check; may block on whatever a check blocks on; virtual from Java 24 on),
 * {@code renum-health-sampler} (one per monitor; may block on whatever a source of figures blocks on), {@code renum-health-listener} (one per
 * listener that has something to hear; may block on whatever that blocks on), {@code renum-health-log} (one while there is something to write; may block on
 * the log's appenders). {@code Drain} starts none; its handler runs on the JVM's signal thread
 * and only sets a flag.
 *
 * <p>A check that fails, hangs or returns nonsense is shown as such and never reaches a reader. A source of figures that fails or
 * hangs costs figures, and nothing else. A snapshot that is not renewed turns stale.
 */
@NullMarked
package dev.renum.health;

import org.jspecify.annotations.NullMarked;
