/**
 * Keeps the documents true: their Java is compiled, and run where they say so.
 *
 * <p>Start with {@link dev.renum.verification.docs.JavaBlock}; {@code CONTRIBUTING.md} tells authors the convention.
 */
@NullMarked
package dev.renum.verification.docs;

import org.jspecify.annotations.NullMarked;
