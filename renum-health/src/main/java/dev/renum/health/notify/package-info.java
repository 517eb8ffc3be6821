/**
 * The channels on which alerts are delivered: e-mail, Slack, webhooks.
 *
 * <p>Each is a {@link dev.renum.health.alert.Notifier} that is given to {@link dev.renum.health.alert.AlertManager}; start with
 * {@link dev.renum.health.notify.WebhookNotifier}. They run on the thread of their channel, may block until the deadline they are given, and
 * say by a {@link dev.renum.health.alert.Delivery} what became of it. E-mail needs Angus Mail on the class path; {@code MailTransport} is the one class that
 * names it.
 *
 * <p>Threads, all daemons: {@code renum-health-http-<name>} (two at most for each notifier over HTTP; block on nothing but the resolution of a name) and the selector of the
 * JDK's client, from the first message until the notifier is closed, before Java 21 the selector until the client is collected; {@code renum-health-mail-<name>} (one
 * while a mail is sent; cuts off writes).
 *
 * <p>Addresses and keys are secrets and appear in no text. Whatever fails is told as a reason and never thrown at the host.
 */
@NullMarked
package dev.renum.health.notify;

import org.jspecify.annotations.NullMarked;
