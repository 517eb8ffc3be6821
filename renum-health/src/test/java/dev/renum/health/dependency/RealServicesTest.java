package dev.renum.health.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import dev.renum.core.Finding;
import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthCheck;
import dev.renum.health.HealthMonitor;
import dev.renum.health.HealthSettings;
import dev.renum.health.check.DataSourceCheck;
import dev.renum.health.check.HttpCheck;
import dev.renum.health.check.TcpCheck;
import dev.renum.health.dependency.DependencyInfo.Kind;
import dev.renum.health.dependency.DependencyInfo.State;
import dev.renum.testkit.PostgresServer;
import dev.renum.testkit.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers as they are, probed for the first time by the validator. */
@Timeout(120)
final class RealServicesTest {
    private static final Duration RARELY = Duration.ofHours(1);
    private static final Duration PATIENT = Duration.ofSeconds(20);

    @Test
    void comparesTheVersionsThatRealServersTell() throws IOException {
        HttpServer web = web("shop/2.3.1 (Linux)");
        try (PostgresServer postgres = PostgresServer.start();
                RedisServer redis = RedisServer.start();
                HealthMonitor health = HealthMonitor.builder(
                                HealthSettings.builder().build())
                        .check(rare("db", DataSourceCheck.of(postgres.dataSource())))
                        .check(rare("redis", redis(redis)))
                        .check(rare("shop", shop(web)))
                        .build();
                DependencyValidator validator = DependencyValidator.builder(health)
                        .service("db", "[15,19)")
                        .service("redis", "[6.2,8)")
                        .service("shop", "[3,)")
                        .build()) {
            ValidationReport report = validator.validateAllDependencies();

            System.out.println(validator.generateHealthReport());
            assertThat(services(report))
                    .extracting(DependencyInfo::name, DependencyInfo::state)
                    .containsExactly(
                            tuple("db", State.PRESENT),
                            tuple("redis", State.PRESENT),
                            tuple("shop", State.OUT_OF_RANGE));
            assertThat(services(report).get(0).version()).startsWith(postgres.majorVersion() + ".");
            assertThat(services(report).get(1).version()).isEqualTo(redis.version());
            assertThat(services(report).get(2).version()).isEqualTo("2.3.1");
        } finally {
            web.stop(0);
        }
    }

    @Test
    void seesAServerThatIsKilled() {
        try (PostgresServer postgres = PostgresServer.start();
                HealthMonitor health = HealthMonitor.builder(
                                HealthSettings.builder().build())
                        .check(rare("db", DataSourceCheck.of(postgres.dataSource())))
                        .build();
                DependencyValidator validator = DependencyValidator.builder(health)
                        .service("db", "[15,19)")
                        .build()) {
            ValidationReport before = validator.validateAllDependencies();
            postgres.kill();
            health.refresh(PATIENT);
            ValidationReport after = validator.validateAllDependencies();

            assertThat(before.missingDependencies()).isEmpty();
            assertThat(after.missingDependencies())
                    .extracting(DependencyInfo::name)
                    .containsExactly("db");
            assertThat(after.recommendations()).extracting(Finding::code).contains("RNM-HLT-111");
        }
    }

    private static CheckSpec rare(String name, HealthCheck check) {
        return CheckSpec.of(name, check).interval(RARELY).timeout(PATIENT);
    }

    private static List<DependencyInfo> services(ValidationReport report) {
        return report.all().stream().filter(one -> one.kind() == Kind.SERVICE).toList();
    }

    private static HttpServer web(String name) throws IOException {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Server", name);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        web.start();
        return web;
    }

    private static HealthCheck redis(RedisServer server) {
        return TcpCheck.of("127.0.0.1", server.port())
                .exchange("INFO server\r\n", "$")
                .versionAfter("redis_version:")
                .limit(PATIENT);
    }

    private static HealthCheck shop(HttpServer web) {
        URI url = URI.create("http://127.0.0.1:" + web.getAddress().getPort() + "/");
        return HttpCheck.of(url).allowPrivate().limit(PATIENT);
    }
}
