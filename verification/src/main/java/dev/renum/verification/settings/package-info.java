/**
 * Proofs about what the modules declare: settings records and finding codes.
 *
 * <p>Start with {@link dev.renum.verification.settings.SettingsProof} and {@link dev.renum.verification.settings.FindingCatalog}.
 */
@NullMarked
package dev.renum.verification.settings;

import org.jspecify.annotations.NullMarked;
