package dev.renum.verification.host;

import dev.renum.config.ConfigurationException;
import dev.renum.config.EnvironmentConfigManager;
import dev.renum.core.Environment;
import dev.renum.verification.host.closed.ClosedSettings;

/** Asks for a section that may not be created, and prints what it is told. */
public final class ClosedHost {
    private ClosedHost() {}

    /** Runs once. */
    public static void main(String... arguments) {
        EnvironmentConfigManager.Builder builder =
                EnvironmentConfigManager.builder().environment(Environment.TEST).sections(ClosedSettings.class);
        try (EnvironmentConfigManager config = builder.build()) {
            System.out.println("not refused: " + config.get(ClosedSettings.class));
        } catch (ConfigurationException e) {
            System.out.println(e.report());
        }
    }
}
