/**
 * Shows the figures of {@link dev.renum.core.health.Monitored} components to Micrometer.
 *
 * <p>Start with {@link dev.renum.micrometer.RenumMeters}, which is all that a host needs.
 *
 * <p>The package starts no thread. Components are asked on the thread that scrapes or publishes; it may block there as long as a
 * component does that breaks its contract. Other such threads then wait one second in all and show unknown figures until the
 * component answers.
 *
 * <p>A component that fails, or a meter that a registry refuses, is logged once; its own figures are unknown ({@code NaN}) or
 * missing then, those of others are not touched, and {@code renum.meters.failing} counts it. Errors of the VM pass.
 */
@NullMarked
package dev.renum.micrometer;

import org.jspecify.annotations.NullMarked;
