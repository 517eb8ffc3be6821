package dev.renum.example.backend;

import com.sun.net.httpserver.HttpServer;
import dev.renum.config.ConfigTool;
import dev.renum.config.ConfigurationException;
import dev.renum.config.EnvironmentConfigManager;
import dev.renum.core.Environment;
import dev.renum.core.Ticker;
import dev.renum.core.health.CheckSpec;
import dev.renum.health.Drain;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.alert.AlertManager;
import dev.renum.health.check.DataSourceCheck;
import dev.renum.health.check.DiskCheck;
import dev.renum.health.dependency.DependencySettings;
import dev.renum.health.dependency.DependencyValidator;
import dev.renum.health.notify.LogNotifier;
import dev.renum.health.notify.WebhookNotifier;
import dev.renum.health.notify.WebhookSettings;
import dev.renum.http.RequestMetrics;
import dev.renum.monitoring.Monitoring;
import dev.renum.monitoring.MonitoringException;
import dev.renum.monitoring.MonitoringServer;
import dev.renum.monitoring.MonitoringSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts the application, waits for the signal to end, and ends in order. */
public final class Backend {
    private static final String HOST = "127.0.0.1";

    private Backend() {}

    /**
     * Runs the application, or only looks at its configuration.
     *
     * @param arguments {@code config} and a command of {@link ConfigTool}, such as {@code config check --env all}; none to run
     * @throws Exception if something fails that no operator can mend
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("config")) {
            System.exit(ConfigTool.run(configuration(), Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        run();
    }

    /** The configuration, ready to be read: by {@link #main}, by a console, by a test. */
    static EnvironmentConfigManager.Builder configuration() {
        return EnvironmentConfigManager.builder()
                .application("backend")
                .defaultEnvironment(Environment.DEV)
                .sections(
                        BackendSettings.class,
                        DatabaseSettings.class,
                        HealthSettings.class,
                        DependencySettings.class,
                        WebhookSettings.class,
                        MonitoringSettings.class);
    }

    private static void run() throws Exception {
        try (Drain drain = Drain.onTermination(); // first in, last out
                EnvironmentConfigManager config = configuration().build();
                Storage storage = Storage.open(
                        config.get(DatabaseSettings.class).url(),
                        config.get(BackendSettings.class).dataDirectory());
                HealthMonitor health = health(config, storage);
                DependencyValidator dependencies = dependencies(config, storage, health);
                AlertManager alerts = alerts(config, health);
                MonitoringServer monitoring = Monitoring.builder(config.get(MonitoringSettings.class))
                        .health(health)
                        .open()) {

            alerts.setupProactiveAlerts();
            health.watch(alerts);
            BackendSettings settings = config.get(BackendSettings.class);
            Log.level(settings.logLevel());
            RateLimit limit = new RateLimit(Ticker.system(), settings.requestsPerSecond(), settings.burst());
            config.reconfigure(BackendSettings.class, (running, next) -> () -> apply(next, limit));
            HttpServer app = listen(settings.port());
            app.createContext("/api/v1/teams", new TeamsHandler(storage.teams(), limit))
                    .getFilters()
                    .add(RequestMetrics.jdk(health.requests()));
            app.start();
            System.out.println(dependencies.validateAllDependencies());
            health.watch(dependencies);
            System.out.println(
                    "application: http://" + HOST + ":" + app.getAddress().getPort() + "/api/v1/teams");
            System.out.println(monitoring.welcome()); // where it is; in development the token
            drain.await(health); // SIGTERM: not ready, wait, return
            app.stop(0);
        } catch (ConfigurationException e) {
            System.err.println(e.report());
            System.exit(1);
        } catch (StartRefusedException | MonitoringException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static HealthMonitor health(EnvironmentConfigManager config, Storage storage) {
        return HealthMonitor.builder(config.get(HealthSettings.class))
                .watch(config)
                .check(CheckSpec.of("database", DataSourceCheck.of(storage.dataSource()))
                        .required()
                        .interval(Duration.ofSeconds(2)))
                .check(CheckSpec.of("teams", storage.teams()::check)
                        .required()
                        .interval(Duration.ofSeconds(2))
                        .dependsOn("database")) // so that nobody is told twice when that is away
                .check(CheckSpec.of(
                                "disk",
                                DiskCheck.of(config.get(BackendSettings.class).dataDirectory()))
                        .required())
                .build();
    }

    /** What this code was written against; what its libraries ask for is checked without being named. */
    private static DependencyValidator dependencies(
            EnvironmentConfigManager config, Storage storage, HealthMonitor health) {
        return DependencyValidator.builder(health)
                .settings(config.get(DependencySettings.class))
                .java("[17,)")
                .library("com.h2database:h2", "[2,3)")
                .library("org.postgresql:postgresql", "[42.7,43)")
                .service("database", storage.versions())
                .build();
    }

    /** To the log, and to the webhook if the settings switch it on. */
    private static AlertManager alerts(EnvironmentConfigManager config, HealthMonitor health) {
        return AlertManager.builder(health)
                .source("backend")
                .notifier(LogNotifier.create())
                .notifier(WebhookNotifier.of(config.get(WebhookSettings.class)))
                .build();
    }

    private static void apply(BackendSettings next, RateLimit limit) {
        Log.level(next.logLevel());
        limit.change(next.requestsPerSecond(), next.burst());
    }

    private static HttpServer listen(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setExecutor(workers());
            return server;
        } catch (IOException e) {
            throw new StartRefusedException("the application cannot listen on " + HOST + ":" + port + " ("
                    + e.getMessage() + "): stop what does, or set backend.port (BACKEND_PORT)");
        }
    }

    /** The server of the JDK handles one request at a time unless it is given threads. */
    private static ExecutorService workers() {
        return Executors.newFixedThreadPool(16, task -> {
            Thread thread = new Thread(task, "backend-worker");
            thread.setDaemon(true);
            return thread;
        });
    }
}
