package dev.renum.example.backend;

import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.settings.SettingsRule;
import java.util.List;

/** What the settings of the application must fulfil together. */
public final class BackendRules implements SettingsRule<BackendSettings> {
    @Override
    public List<Finding> check(BackendSettings settings, Environment environment) {
        if (settings.burst() >= settings.requestsPerSecond()) {
            return List.of();
        }
        return List.of(Finding.of(
                BackendCode.BURST_TOO_SMALL,
                "burst",
                settings.burst() + " is less than the " + settings.requestsPerSecond()
                        + " of backend.requests-per-second, so that an even load is refused",
                "set at least " + settings.requestsPerSecond()));
    }
}
