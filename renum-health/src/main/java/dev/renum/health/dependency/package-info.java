/**
 * Whether everything that the application stands on is there, and fits: libraries, the JVM, services.
 *
 * <p>Start with {@link dev.renum.health.dependency.DependencyValidator}. {@code BackgroundValidator} has the libraries looked through once;
 * {@code LibraryRules}, {@code FamilyRule}, {@code DuplicateRule}, {@code LoggingRule}, {@code JavaRule} and {@code ServiceRules} write what they
 * find into a {@code Judgement}, of which all reports are made. How versions compare is in {@code VersionRange}, what a jar requires of others in
 * {@code RequirementsFile}. Decisions are written down in {@code docs/decisions.md}.
 *
 * <p>Thread, a daemon: {@code renum-health-dependencies} (one per validator while it looks; may block on the disk, and on the first run of checks
 * up to the limit of the builder).
 *
 * <p>A jar that cannot be read, a file that cannot be understood and a rule that fails are findings; no report throws.
 */
@NullMarked
package dev.renum.health.dependency;

import org.jspecify.annotations.NullMarked;
