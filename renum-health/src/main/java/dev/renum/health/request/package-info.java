/**
 * What the requests of a host tell: how many, how long, how many of them failed, by method and route template.
 *
 * <p>Start with {@link dev.renum.health.request.RequestStatistics}. Recording is on the path of every request: it is lock-free,
 * allocates nothing for a route seen before and never fails. No thread is started here.
 */
@NullMarked
package dev.renum.health.request;

import org.jspecify.annotations.NullMarked;
