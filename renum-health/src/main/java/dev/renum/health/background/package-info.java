/**
 * What happens on a thread of its own, so that nobody waits for it: {@link dev.renum.health.background.Mailbox} has read what is offered, {@link
 * dev.renum.health.background.BackgroundLog} has lines written. Not exported. Their threads last while something waits, and block on whatever the reader or the
 * appender blocks on; what fails there is counted, or told where it was asked for.
 */
@NullMarked
package dev.renum.health.background;

import org.jspecify.annotations.NullMarked;
