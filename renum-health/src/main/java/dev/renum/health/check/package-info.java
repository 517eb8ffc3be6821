/**
 * The checks that every back end needs.
 *
 * <p>Each is a {@link dev.renum.core.health.HealthCheck} that a host wraps in a {@link dev.renum.core.health.CheckSpec}; start with
 * {@link dev.renum.health.check.DataSourceCheck}. They start no thread, keep no state unless said so, and run on the thread that calls
 * them, where they may block on what they look at until the timeout of their specification. What fails is a result with a code of
 * {@link dev.renum.health.HealthCode}, or an exception that the monitor makes one of.
 */
@NullMarked
package dev.renum.health.check;

import org.jspecify.annotations.NullMarked;
