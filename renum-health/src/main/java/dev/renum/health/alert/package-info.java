/**
 * Alerts: rules over figures and checks, their states, and the delivery of what they say.
 *
 * <p>Start with {@link dev.renum.health.alert.AlertManager}. The states of an alert and the guarantees of the delivery are written down in
 * {@code docs/decisions.md}.
 *
 * <p>Threads, all daemons: {@code renum-health-alerts} (one per manager; evaluates the rules and waits for nothing but the next moment to do
 * so), {@code renum-health-outbox-<channel>} (one per notifier; may block on what the notifier sends to, up to its deadline).
 *
 * <p>A notifier that fails, hangs or throws is tried again and never reaches the rules or the host.
 */
@NullMarked
package dev.renum.health.alert;

import org.jspecify.annotations.NullMarked;
