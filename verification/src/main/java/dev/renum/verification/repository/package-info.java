/**
 * The repository as it lies on disk: modules, poms, tracked files.
 *
 * <p>Start with {@link dev.renum.verification.repository.Repository}. Everything throws {@link java.io.UncheckedIOException} when a
 * file cannot be read; nothing is skipped silently.
 */
@NullMarked
package dev.renum.verification.repository;

import org.jspecify.annotations.NullMarked;
