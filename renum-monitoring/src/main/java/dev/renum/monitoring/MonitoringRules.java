package dev.renum.monitoring;

import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.core.settings.SettingsRule;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds monitoring that listens on every network of the machine ({@code SEC-012}): an error in production, elsewhere a warning.
 *
 * <p>Whoever asks without a token sees the probes and nothing else, so that a missing token needs no rule.
 */
public final class MonitoringRules implements SettingsRule<MonitoringSettings> {
    private static final Pattern EVERY_ADDRESS = Pattern.compile("0\\.0\\.0\\.0|\\[?::]?|\\[?(?:0{1,4}:){7}0{1,4}]?");

    /** For the one who reads the settings. */
    public MonitoringRules() {}

    @Override
    public List<Finding> check(MonitoringSettings settings, Environment environment) {
        if (!settings.enabled() || !EVERY_ADDRESS.matcher(settings.address().strip()).matches()) {
            return List.of();
        }
        return List.of(new Finding(
                "SEC-012",
                environment.isProduction() ? Severity.ERROR : Severity.WARNING,
                "address",
                "\"" + settings.address() + "\" is every network of this machine",
                "name the address of one network; in Kubernetes that of the pod, from the field status.podIP"));
    }
}
