/**
 * What the threads of a monitor hand over instead of doing it themselves, because it may block or fail.
 *
 * <p>Start with {@link dev.renum.health.background.Mailbox}, one reader and what it has not heard of yet;
 * {@link dev.renum.health.background.BackgroundLog} is the log behind one. Not exported.
 *
 * <p>A mailbox has one daemon thread while something waits in it, named by its user; it may block on whatever the reader blocks on. At most 1,000 things
 * wait. Where no thread can be had they wait until somebody tries again; what a reader throws concerns nobody else.
 */
@NullMarked
package dev.renum.health.background;

import org.jspecify.annotations.NullMarked;
