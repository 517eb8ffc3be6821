/**
 * Whether everything that the application stands on is there, and fits: libraries, the JVM, services.
 *
 * <p>Start with {@link dev.renum.health.dependency.DependencyValidator}.
 *
 * <p>Thread, a daemon: {@code renum-health-dependencies} (one per validator while it looks; reads jars). A jar that cannot be read is a finding.
 */
@NullMarked
package dev.renum.health.dependency;

import org.jspecify.annotations.NullMarked;
