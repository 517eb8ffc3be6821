package dev.renum.verification.host;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Settings;

/**
 * What the host itself is told.
 *
 * @param name printed at the start
 */
@Settings(prefix = "host")
public record HostSettings(@Default("modular") String name) {}
