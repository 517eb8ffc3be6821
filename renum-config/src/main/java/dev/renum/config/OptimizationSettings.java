package dev.renum.config;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Settings;

/**
 * The switch of the defaults that depend on the environment and on the machine.
 *
 * @param enabled {@code renum.optimizations.enabled}, default true: with false the plain defaults hold everywhere
 */
@Settings(prefix = "renum.optimizations")
record OptimizationSettings(
        @Doc("Whether defaults depend on the environment and the machine; otherwise the plain ones hold.")
        @Default("true")
        @Live
        boolean enabled) {}
