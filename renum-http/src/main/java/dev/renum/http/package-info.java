/**
 * HTTP without a server: what Renum's endpoints are made of, and what a host may use for its own.
 *
 * <p>Start with {@link dev.renum.http.Route}, which is data: method, path, permission, documentation and
 * {@link dev.renum.http.Handler}. {@link dev.renum.http.JdkAdapter} serves routes on the server of the JDK;
 * {@link dev.renum.http.RequestMetrics} tells a {@link dev.renum.core.RequestObserver} of each request.
 *
 * <p>The package starts no thread: everything runs on the thread of the server that received the request. That thread may
 * block on the client, while it reads a body of bounded size in bounded time or writes an answer, and on what a handler does.
 *
 * <p>Whatever a client sends is answered with a {@link dev.renum.http.Problem}; whatever a handler throws becomes a 500 that says
 * nothing about the inside but an id, under which it was logged once. An answer that breaks off is never shown as complete.
 * Errors of the VM pass.
 */
@NullMarked
package dev.renum.http;

import org.jspecify.annotations.NullMarked;
