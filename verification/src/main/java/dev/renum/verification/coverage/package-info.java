/**
 * The gate for the coverage of all published modules together.
 *
 * <p>Start with {@link dev.renum.verification.coverage.CoverageGate}, which the build runs after JaCoCo's aggregate report.
 */
@NullMarked
package dev.renum.verification.coverage;

import org.jspecify.annotations.NullMarked;
