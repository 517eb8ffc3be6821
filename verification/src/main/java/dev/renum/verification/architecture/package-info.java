/**
 * The rules of {@code docs/architecture.md} over compiled classes.
 *
 * <p>Start with {@link dev.renum.verification.architecture.Layers} and {@link dev.renum.verification.architecture.CodeRules}. Each rule is
 * an {@link com.tngtech.archunit.lang.ArchRule} that takes any classes, so that tests can show it bites.
 */
@NullMarked
package dev.renum.verification.architecture;

import org.jspecify.annotations.NullMarked;
