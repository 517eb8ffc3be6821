/**
 * The state of the system over HTTP, on a server of its own or on the host's.
 *
 * <p>Start with {@link dev.renum.monitoring.Monitoring}. {@code HealthEndpoints} are the routes, {@code AccessFilter} stands before them,
 * {@link dev.renum.monitoring.MonitoringServer} carries them where the host has no server for them.
 *
 * <p>Threads, daemons, only of a server that was opened here: {@code renum-monitoring-<n>}, at most 32, which block on clients, and
 * {@code renum-monitoring-relief}, which blocks on nothing and cuts connections where clients keep all of the others. A request never waits
 * for a check: it reads the snapshot. What fails is answered as a problem and never reaches the host.
 */
@NullMarked
package dev.renum.monitoring;

import org.jspecify.annotations.NullMarked;
