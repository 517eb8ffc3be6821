/**
 * Alerts: rules over figures and checks, their states, and the delivery of what they say.
 *
 * <p>Start with {@link dev.renum.health.alert.AlertManager}. The states of an alert and the guarantees of the delivery are written down in
 * {@code docs/decisions.md}.
 *
 * <p>Threads, all daemons: {@code renum-health-alerts} (one per manager; evaluates the rules and waits for nothing but the next moment to do
 * so), {@code renum-health-outbox-<first channel>} (one per route; waits for its channels), {@code renum-health-channel-<name>} (at most one
 * per notifier, while there is something to send; may block on whatever the notifier blocks on). What waits long ends by the deadline of an attempt.
 *
 * <p>A notifier that fails, hangs or throws is tried again and never reaches the rules or the host.
 */
@NullMarked
package dev.renum.health.alert;

import org.jspecify.annotations.NullMarked;
