/**
 * What the requests of a host tell: how many, how long, how many of them failed, by method and route template.
 *
 * <p>Start with {@link dev.renum.health.request.RequestStatistics}. Recording is on the path of every request: it allocates nothing
 * for a route seen before, never fails, and is lock-free but for a request slower than all since the last look, which may wait for another
 * such one. No thread is started here.
 */
@NullMarked
package dev.renum.health.request;

import org.jspecify.annotations.NullMarked;
