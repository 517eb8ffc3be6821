/**
 * The checks that every back end needs.
 *
 * <p>Each is a {@link dev.renum.core.health.HealthCheck} that a host wraps in a {@link dev.renum.core.health.CheckSpec}; start with
 * {@link dev.renum.health.check.DataSourceCheck} or {@link dev.renum.health.check.HttpCheck}. They keep no state unless said so, and run on the
 * thread that calls them, where they may block on what they look at: those of the network up to a limit of their own, the others until the timeout of
 * their specification. Names are resolved on a daemon thread {@code renum-health-resolver}, one per check at most, which may block on the resolver of
 * the operating system for as long as that likes. What fails is a result with a code of {@link dev.renum.health.HealthCode}, or an exception that the
 * monitor makes one of.
 */
@NullMarked
package dev.renum.health.check;

import org.jspecify.annotations.NullMarked;
