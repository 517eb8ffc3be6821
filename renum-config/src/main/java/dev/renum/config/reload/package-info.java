/**
 * The way of a change into a running application: noticed, agreed on by all who take part, told.
 *
 * <p>Start with {@code Watcher}, which finds out that there is something new, {@code Participants} with {@code Transaction}, which make a change or undo it,
 * and {@code Listeners}, which tell of it. {@code Spots} has the directories that a path leads through. What is loaded and put in force is
 * decided in {@code dev.renum.config}; {@code docs/decisions.md} has the states.
 *
 * <p>Threads, all daemons: {@code renum-config-watch}, one while files are watched; reads files and waits for notifications and for participants.
 * {@code renum-config-participant}, one while a participant is at work, and one for each that has exceeded its time until it returns; blocks on
 * whatever the participant does. {@code renum-config-listener}, one per listener while it has something to hear; blocks on whatever the listener
 * does. The notifications of the JDK have a thread of their own.
 *
 * <p>Foreign code that throws, hangs or comes late affects nobody else. Notifications that fail, get lost or never come leave the poll.
 */
@NullMarked
package dev.renum.config.reload;

import org.jspecify.annotations.NullMarked;
