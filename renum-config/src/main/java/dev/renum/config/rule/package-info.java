/**
 * Judges configurations that are well-formed: the rules of the sections.
 *
 * <p>Start with {@code SectionRules}. A rule that throws is a problem of the configuration and does not stop the others. The package starts no
 * thread and does no I/O.
 */
@NullMarked
package dev.renum.config.rule;

import org.jspecify.annotations.NullMarked;
