/**
 * What a component shows of its state: checks and figures.
 *
 * <p>A component implements {@link dev.renum.core.health.Monitored}; a host writes a
 * {@link dev.renum.core.health.HealthCheck} and describes it by a {@link dev.renum.core.health.CheckSpec}. Nothing here runs a
 * check; {@code renum-health} does.
 */
@NullMarked
package dev.renum.core.health;

import org.jspecify.annotations.NullMarked;
