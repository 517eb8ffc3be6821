package dev.renum.verification.host.closed;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Settings;

/** A section in a package that its module opens to nobody. */
@Settings(prefix = "closed")
public record ClosedSettings(@Default("modular") String name) {}
