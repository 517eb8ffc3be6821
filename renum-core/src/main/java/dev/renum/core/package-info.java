/**
 * Values and contracts that every module of Renum speaks.
 *
 * <p>Start with {@link dev.renum.core.Finding}, of which every report is made, and {@link dev.renum.core.Environment}, which
 * decides about rules and defaults. {@link dev.renum.core.health} holds what a module shows of itself,
 * {@link dev.renum.core.settings} how it is configured.
 *
 * <p>The package starts no thread and keeps no state. Misuse throws {@link java.lang.IllegalArgumentException} with the value
 * and what is allowed.
 */
@NullMarked
package dev.renum.core;

import org.jspecify.annotations.NullMarked;
