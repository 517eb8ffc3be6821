/**
 * Which libraries this JVM runs with, and how that is known.
 *
 * <p>Not exported; {@code dev.renum.health.dependency} judges what is found here. Start with {@link dev.renum.health.library.InventoryScan}:
 * {@code ClassPath} finds the archives, {@code ArchiveFacts} keeps what one of them says of itself, {@code Identification} weighs it, and
 * {@code ClassIndex} finds classes that stand in several.
 *
 * <p>No thread is started here; the caller's reads files, never the network. Archives are input from outside: everything that is read of them
 * has a limit, and what cannot be read, or is beyond a limit, is a {@link dev.renum.health.library.Trouble} and never an exception.
 */
@NullMarked
package dev.renum.health.library;

import org.jspecify.annotations.NullMarked;
