package dev.renum.verification.host;

import dev.renum.config.EnvironmentConfigManager;
import dev.renum.core.Environment;

/** Starts every module and prints what the test waits for. */
public final class Host {
    private Host() {}

    /** Runs once. */
    public static void main(String... arguments) {
        try (EnvironmentConfigManager config = EnvironmentConfigManager.builder()
                .environment(Environment.TEST)
                .sections(HostSettings.class)
                .build()) {
            System.out.println("host " + config.get(HostSettings.class).name() + " of "
                    + Host.class.getModule().getName() + " is up");
        }
    }
}
