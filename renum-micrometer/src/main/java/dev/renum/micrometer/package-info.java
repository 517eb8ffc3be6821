/**
 * The figures of Renum's modules as meters of Micrometer.
 *
 * <p>Start with {@link dev.renum.micrometer.RenumMeters}. The package starts no thread: figures are sampled on the thread that
 * scrapes or publishes a registry, at most once a second; others that scrape meanwhile wait for that sampling up to a second.
 *
 * <p>A component that fails to tell its figures shows {@code NaN} for them, is logged once until it works again, and disturbs no
 * other. Errors of the VM pass.
 */
@NullMarked
package dev.renum.micrometer;

import org.jspecify.annotations.NullMarked;
