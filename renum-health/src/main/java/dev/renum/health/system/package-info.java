/**
 * The figures of the machine, the container and the JVM.
 *
 * <p>Start with {@link dev.renum.health.system.SystemFigures}. A {@code Machine} is what an operating system tells: {@code ProcMachine} reads the
 * files of Linux, {@code OshiMachine} asks OSHI elsewhere, and without it {@code PlainMachine} knows the little that the JDK does.
 * {@code ControlGroups} are the limits of a container. Not exported: what comes out is seen through {@code MetricHistory}.
 *
 * <p>No thread of its own; it reads files of the kernel and asks for the space of local file systems, none of which waits for a network. What
 * cannot be read is {@code NaN}, never 0.
 */
@NullMarked
package dev.renum.health.system;

import org.jspecify.annotations.NullMarked;
