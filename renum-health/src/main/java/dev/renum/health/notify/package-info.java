/**
 * The channels on which alerts are delivered: e-mail, Slack, webhooks.
 *
 * <p>Each is a {@link dev.renum.health.alert.Notifier} that is given to {@link dev.renum.health.alert.AlertManager}; start with
 * {@link dev.renum.health.notify.WebhookNotifier}. They run on the thread of their outbox, may block until the deadline they are given, and
 * say by a {@link dev.renum.health.alert.Delivery} what became of it. E-mail needs Angus Mail on the class path.
 */
@NullMarked
package dev.renum.health.notify;

import org.jspecify.annotations.NullMarked;
