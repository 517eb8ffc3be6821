/**
 * The state of the system over HTTP, on a server of its own or on the host's.
 *
 * <p>Start with {@link dev.renum.monitoring.Monitoring}. {@code HealthEndpoints} are the routes, {@code AccessFilter} stands before them,
 * {@link dev.renum.monitoring.MonitoringServer} carries them where the host has no server for them.
 *
 * <p>Threads: {@code renum-monitoring-<n>}, daemons, at most 32, only of a server that was opened here; they block on clients. A request
 * never waits for a check: it reads the snapshot. What fails is answered as a problem and never reaches the host.
 */
@NullMarked
package dev.renum.monitoring;

import org.jspecify.annotations.NullMarked;
