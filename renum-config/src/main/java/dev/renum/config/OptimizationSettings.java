package dev.renum.config;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Settings;

/** The switch of the defaults that depend on the environment and on the machine. */
@Settings(prefix = "renum.optimizations")
record OptimizationSettings(
        @Live
        @Doc("whether defaults depend on the environment and the machine; otherwise the plain ones hold")
        @Default("true")
        boolean enabled) {}
