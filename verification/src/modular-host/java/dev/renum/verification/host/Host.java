package dev.renum.verification.host;

import dev.renum.config.EnvironmentConfigManager;
import dev.renum.core.Environment;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.dependency.DependencyValidator;
import dev.renum.monitoring.Monitoring;
import dev.renum.monitoring.MonitoringServer;
import dev.renum.monitoring.MonitoringSettings;
import java.io.IOException;
import java.net.HttpURLConnection;

/** Starts every module, asks itself what it stands on and whether it is alive, and prints what the test waits for. */
public final class Host {
    private Host() {}

    /** Runs once. */
    public static void main(String... arguments) throws IOException {
        try (EnvironmentConfigManager config = EnvironmentConfigManager.builder()
                        .environment(Environment.TEST)
                        .sections(HostSettings.class, HealthSettings.class)
                        .build();
                HealthMonitor health = HealthMonitor.builder(config.get(HealthSettings.class))
                        .watch(config)
                        .build();
                DependencyValidator dependencies =
                        DependencyValidator.builder(health).build();
                MonitoringServer monitoring = Monitoring.builder(
                                MonitoringSettings.builder().port(0).build())
                        .health(health)
                        .open()) {
            System.out.println(dependencies.validateAllDependencies());
            System.out.println("host " + config.get(HostSettings.class).name() + " of "
                    + Host.class.getModule().getName() + " answers " + status(monitoring));
        }
    }

    private static int status(MonitoringServer monitoring) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                monitoring.url().orElseThrow().resolve("/health/live").toURL().openConnection();
        return connection.getResponseCode();
    }
}
