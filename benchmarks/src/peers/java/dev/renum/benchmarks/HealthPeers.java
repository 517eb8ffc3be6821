package dev.renum.benchmarks;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import com.codahale.metrics.health.annotation.Async;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.health.api.HealthRegistry;
import io.smallrye.health.api.HealthType;
import io.smallrye.health.registry.HealthRegistries;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Other libraries with ten checks each, all of which do the same; whoever asks hears whether all is well. */
final class HealthPeers implements AutoCloseable {
    private final ConfigurableApplicationContext application;
    private final HealthEndpoint endpoint;
    private final SmallRyeHealthReporter reporter;
    private final HealthCheckRegistry metrics = new HealthCheckRegistry();
    private final HealthCheckRegistry metricsAsync = new HealthCheckRegistry();

    private HealthPeers(Runnable lastCheck) {
        application = spring(lastCheck);
        endpoint = application.getBean(HealthEndpoint.class);
        reporter = smallRye(lastCheck);
        for (int i = 0; i < TenChecks.COUNT; i++) {
            metrics.register("check-" + i, new Check(check(i, lastCheck)));
            metricsAsync.register("check-" + i, new BackgroundCheck(check(i, lastCheck)));
        }
    }

    /** Ten checks that pass at once. */
    static HealthPeers passing() {
        HealthPeers peers = new HealthPeers(() -> {});
        if (!peers.spring() || !peers.smallRye() || !peers.metrics() || !peers.metricsAsync()) {
            throw new IllegalStateException("a check has not passed");
        }
        return peers;
    }

    /** Nine that pass at once and one that hangs. */
    static HealthPeers oneHangs() {
        return new HealthPeers(Hang::forTwoSeconds);
    }

    /** The health endpoint of an application. */
    boolean spring() {
        return endpoint.health().getStatus().equals(Status.UP);
    }

    /** The reporter, whose answer is the JSON that is to be sent. */
    boolean smallRye() {
        return !reporter.getReadiness().isDown();
    }

    /** The registry. */
    boolean metrics() {
        return isHealthy(metrics);
    }

    /** The registry with checks that run in the background. */
    boolean metricsAsync() {
        return isHealthy(metricsAsync);
    }

    @Override
    public void close() {
        application.close();
        metrics.shutdown();
        metricsAsync.shutdown();
    }

    private static Runnable check(int index, Runnable lastCheck) {
        return index == TenChecks.COUNT - 1 ? lastCheck : () -> {};
    }

    private static ConfigurableApplicationContext spring(Runnable lastCheck) {
        ApplicationContextInitializer<GenericApplicationContext> checks = context -> {
            for (int i = 0; i < TenChecks.COUNT; i++) {
                Runnable check = check(i, lastCheck);
                context.registerBean("check-" + i, HealthIndicator.class, () -> () -> {
                    check.run();
                    return Health.up().build();
                });
            }
        };
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(checks)
                .run("--spring.main.banner-mode=off");
    }

    private static SmallRyeHealthReporter smallRye(Runnable lastCheck) {
        HealthRegistry registry = HealthRegistries.getRegistry(HealthType.READINESS);
        for (int i = 0; i < TenChecks.COUNT; i++) {
            String name = "check-" + i;
            Runnable check = check(i, lastCheck);
            registry.register(name, () -> {
                check.run();
                return HealthCheckResponse.up(name);
            });
        }
        return new SmallRyeHealthReporter();
    }

    private static boolean isHealthy(HealthCheckRegistry registry) {
        for (HealthCheck.Result result : registry.runHealthChecks().values()) {
            if (!result.isHealthy()) {
                return false;
            }
        }
        return true;
    }

    /** An application with nothing but its health. */
    @ImportAutoConfiguration({HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class})
    static final class Application {}

    private static class Check extends HealthCheck {
        private final Runnable check;

        Check(Runnable check) {
            this.check = check;
        }

        @Override
        protected Result check() {
            check.run();
            return Result.healthy();
        }
    }

    @Async(period = 10)
    private static final class BackgroundCheck extends Check {
        BackgroundCheck(Runnable check) {
            super(check);
        }
    }
}
