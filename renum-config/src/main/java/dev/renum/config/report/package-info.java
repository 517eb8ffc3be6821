/**
 * What configuration says about itself: problems and the places they stand at, reports, and the codes of everything that is found.
 *
 * <p>Start with {@link dev.renum.config.report.ConfigReport}. Everything here is an immutable value without secrets: texts are masked before they
 * get here. The package starts no thread, and nothing in it fails.
 */
@NullMarked
package dev.renum.config.report;

import org.jspecify.annotations.NullMarked;
