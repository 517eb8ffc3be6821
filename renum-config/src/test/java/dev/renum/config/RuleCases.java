package dev.renum.config;

import static dev.renum.config.RuleCase.silent;
import static dev.renum.config.RuleCase.speaks;
import static dev.renum.config.report.RuleCode.DEBUG_MODE;
import static dev.renum.config.report.RuleCode.ERROR_DETAILS;
import static dev.renum.config.report.RuleCode.KNOWN_PASSWORD;
import static dev.renum.config.report.RuleCode.MISPLACED_TOKEN;
import static dev.renum.config.report.RuleCode.NO_BACKUP;
import static dev.renum.config.report.RuleCode.OLD_TLS;
import static dev.renum.config.report.RuleCode.OPEN_CORS;
import static dev.renum.config.report.RuleCode.OPEN_MONITORING;
import static dev.renum.config.report.RuleCode.PLACEHOLDER;
import static dev.renum.config.report.RuleCode.PLAIN_HTTP;
import static dev.renum.config.report.RuleCode.POOLS_OVER_DATABASE;
import static dev.renum.config.report.RuleCode.RARE_BACKUPS;
import static dev.renum.config.report.RuleCode.SCHEMA_CHANGES;
import static dev.renum.config.report.RuleCode.SHIPPED_SECRET;
import static dev.renum.config.report.RuleCode.SHORT_SHUTDOWN;
import static dev.renum.config.report.RuleCode.SINGLE_DATABASE_HOST;
import static dev.renum.config.report.RuleCode.SINGLE_REDIS_NODE;
import static dev.renum.config.report.RuleCode.TIMEOUTS_NOT_NESTED;
import static dev.renum.config.report.RuleCode.UNPROTECTED_CONNECTION;
import static dev.renum.config.report.RuleCode.VERBOSE_LOG;
import static dev.renum.config.report.RuleCode.WEAK_SECRET;

import java.util.List;
import java.util.stream.Stream;

/** What the general rules say in production, rule by rule. */
final class RuleCases {
    private static final String STRONG = "kV3xq9Lw7TzR2mPd";

    private RuleCases() {}

    static List<RuleCase> all() {
        return Stream.of(secrets(), connections(), exposure(), production(), availability())
                .flatMap(List::stream)
                .toList();
    }

    private static List<RuleCase> secrets() {
        return List.of(
                speaks(KNOWN_PASSWORD, "app.db.password=changeme"),
                speaks(KNOWN_PASSWORD, "app.db.password=Password123!"),
                speaks(KNOWN_PASSWORD, "app.db.password=12345678"),
                speaks(KNOWN_PASSWORD, "app.db.password=orders-service", "app.db.username=orders-service"),
                speaks(KNOWN_PASSWORD, "app.redis.password="),
                speaks(KNOWN_PASSWORD, "app.db.url=jdbc:postgresql://db/app?user=app&password=postgres"),
                speaks(KNOWN_PASSWORD, "app.redis.url=rediss://:redis@cache.acme.io"),
                silent(KNOWN_PASSWORD, "app.db.password=" + STRONG),
                silent(KNOWN_PASSWORD, "app.text.api-token="),
                silent(KNOWN_PASSWORD, "app.text.password-hint=changeme"),
                silent(KNOWN_PASSWORD, "app.secret.trust-store-password=changeit"),
                speaks(WEAK_SECRET, "app.secret.signing-key=7gK2pq"),
                speaks(WEAK_SECRET, "app.secret.signing-key=aaaabbbbccccddddaaaabbbb"),
                speaks(WEAK_SECRET, "app.db.url=postgres://app:7gK2pq@db/app"),
                silent(WEAK_SECRET, "app.secret.signing-key=" + STRONG),
                silent(WEAK_SECRET, "app.secret.username=orders"),
                silent(WEAK_SECRET, "app.secret.webhook=https://chat.acme.io/x"),
                silent(WEAK_SECRET, "app.secret.signing-key=vault:kv/app#key"),
                silent(WEAK_SECRET, "app.text.max-token-age=5m"),
                speaks(SHIPPED_SECRET, "app.db.password=" + STRONG),
                speaks(SHIPPED_SECRET, "app.db.url=jdbc:postgresql://db/app?password=" + STRONG),
                speaks(SHIPPED_SECRET, "app.text.api-key=" + STRONG),
                silent(SHIPPED_SECRET, "app.db.password=${db.secret}", "db.secret=" + STRONG),
                silent(SHIPPED_SECRET, "app.secret.signing-key=ENC(" + STRONG + ")"),
                silent(SHIPPED_SECRET, "app.text.credentials=/run/secrets/google.json"),
                silent(SHIPPED_SECRET, "app.db.url=jdbc:postgresql://db/app"),
                speaks(MISPLACED_TOKEN, "app.text.region=AKIAIOSFODNN7EXAMPLE"),
                speaks(MISPLACED_TOKEN, "app.text.note=-----BEGIN PRIVATE KEY-----"),
                speaks(MISPLACED_TOKEN, "app.text.session=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlMTIz"),
                silent(MISPLACED_TOKEN, "app.secret.session=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlMTIz"),
                silent(MISPLACED_TOKEN, "app.text.anon-key=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlMTIz"),
                silent(
                        MISPLACED_TOKEN,
                        "app.text.build=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
    }

    private static List<RuleCase> connections() {
        return List.of(
                speaks(UNPROTECTED_CONNECTION, "app.bank.trust-all=true"),
                speaks(UNPROTECTED_CONNECTION, "app.bank.verify-hostname=false"),
                speaks(UNPROTECTED_CONNECTION, "app.mail.starttls=false"),
                speaks(UNPROTECTED_CONNECTION, "app.redis.tls=false", "app.redis.host=cache.acme.io"),
                speaks(UNPROTECTED_CONNECTION, "app.redis.url=redis://cache.acme.io:6379"),
                speaks(UNPROTECTED_CONNECTION, "app.db.ssl-mode=require", "app.db.url=jdbc:postgresql://db/app"),
                speaks(UNPROTECTED_CONNECTION, "app.db.url=jdbc:postgresql://db.acme.io/app"),
                speaks(UNPROTECTED_CONNECTION, "app.db.url=postgres://app@db.acme.io/app?sslmode=require"),
                speaks(UNPROTECTED_CONNECTION, "app.db.url=jdbc:mysql://db.acme.io/app?sslMode=REQUIRED"),
                speaks(UNPROTECTED_CONNECTION, "app.db.url=jdbc:sqlserver://db.acme.io;trustServerCertificate=true"),
                speaks(UNPROTECTED_CONNECTION, "app.text.queue=amqp://mq.acme.io"),
                speaks(UNPROTECTED_CONNECTION, "app.text.store=mongodb://a.acme.io,b.acme.io/app"),
                silent(UNPROTECTED_CONNECTION, "app.mail.starttls=false", "app.mail.host=localhost"),
                silent(UNPROTECTED_CONNECTION, "app.mail.ssl=false", "app.mail.starttls=true"),
                silent(UNPROTECTED_CONNECTION, "app.redis.tls=true", "app.redis.url=redis://cache.acme.io:6379"),
                silent(UNPROTECTED_CONNECTION, "app.redis.url=rediss://cache.acme.io:6379"),
                silent(UNPROTECTED_CONNECTION, "app.redis.url=redis://127.0.0.1:6379"),
                silent(UNPROTECTED_CONNECTION, "app.server.ssl-enabled=false"),
                silent(UNPROTECTED_CONNECTION, "app.db.url=jdbc:postgresql://db.acme.io/app?sslmode=verify-full"),
                silent(
                        UNPROTECTED_CONNECTION,
                        "app.db.url=jdbc:postgresql://db.acme.io/app",
                        "app.db.ssl-mode=verify-full"),
                silent(UNPROTECTED_CONNECTION, "app.db.ssl-mode=disable", "app.db.url=jdbc:postgresql:///app"),
                silent(
                        UNPROTECTED_CONNECTION,
                        "app.db.url=jdbc:postgresql:///app?socketFactory=com.google.cloud.sql.postgres.SocketFactory"),
                silent(UNPROTECTED_CONNECTION, "app.db.url=jdbc:mysql://db.acme.io/app?sslMode=VERIFY_IDENTITY"),
                silent(UNPROTECTED_CONNECTION, "app.db.url=jdbc:sqlserver://db.acme.io;databaseName=app"),
                silent(UNPROTECTED_CONNECTION, "app.text.store=mongodb+srv://cluster.acme.io/app"),
                speaks(OLD_TLS, "app.bank.tls-protocols=TLSv1.1, TLSv1.2"),
                speaks(OLD_TLS, "app.text.cipher-suites=TLS_AES_128_GCM_SHA256,TLS_RSA_WITH_RC4_128_SHA"),
                speaks(OLD_TLS, "app.text.minimum-tls-version=1.0"),
                speaks(OLD_TLS, "app.db.url=jdbc:mysql://localhost/app?enabledTLSProtocols=TLSv1"),
                silent(OLD_TLS, "app.bank.tls-protocols=TLSv1.3"),
                silent(OLD_TLS, "app.text.disabled-protocols=TLSv1,TLSv1.1"),
                silent(OLD_TLS, "app.text.security-protocol=SSL", "app.text.version=1.0"),
                speaks(PLAIN_HTTP, "app.bank.url=http://bank.acme.io"),
                speaks(PLAIN_HTTP, "app.text.stream=ws://10.0.0.7/prices"),
                silent(PLAIN_HTTP, "app.bank.url=https://bank.acme.io"),
                silent(PLAIN_HTTP, "app.bank.url=http://[::1]:8080"),
                silent(PLAIN_HTTP, "app.text.metadata=http://169.254.169.254/latest"),
                silent(PLAIN_HTTP, "app.text.listen=http://0.0.0.0:8080"),
                silent(PLAIN_HTTP, "app.text.http-proxy=http://proxy.acme.io:3128"),
                silent(PLAIN_HTTP, "app.text.xml-namespace=http://www.w3.org/2001/XMLSchema"));
    }

    private static List<RuleCase> exposure() {
        return List.of(
                speaks(DEBUG_MODE, "renum.config.debug-mode=true"),
                speaks(DEBUG_MODE, "app.debug=true"),
                silent(DEBUG_MODE, "app.flag.debug-symbols=true"),
                speaks(VERBOSE_LOG, "renum.config.log-level=debug"),
                speaks(VERBOSE_LOG, "app.log-levels.org.hibernate.orm.jdbc.bind=TRACE"),
                speaks(VERBOSE_LOG, "app.flag.log-bind-parameters=true"),
                silent(VERBOSE_LOG, "app.log-levels.root=INFO"),
                silent(VERBOSE_LOG, "app.text.login-mode=debug"),
                speaks(ERROR_DETAILS, "app.flag.show-error-details=true"),
                speaks(ERROR_DETAILS, "app.server.include-stacktrace=always"),
                silent(ERROR_DETAILS, "app.server.include-stacktrace=never"),
                silent(ERROR_DETAILS, "app.flag.log.include-exceptions=true"),
                speaks(OPEN_CORS, "app.cors.allowed-origins=*"),
                speaks(OPEN_CORS, "app.cors.allowed-origins=*", "app.cors.allow-credentials=true"),
                speaks(OPEN_CORS, "app.flag.reflect-client-origin=true"),
                silent(OPEN_CORS, "app.cors.allowed-origins=https://*.acme.io", "app.cors.allow-credentials=true"),
                silent(OPEN_CORS, "app.text.path-pattern=*"),
                speaks(OPEN_MONITORING, "app.flag.metrics.authentication-enabled=false"),
                silent(OPEN_MONITORING, "app.flag.metrics.authentication-enabled=true"),
                silent(OPEN_MONITORING, "app.flag.shop.authentication-enabled=false"));
    }

    private static List<RuleCase> production() {
        return List.of(
                speaks(PLACEHOLDER, "app.bank.url=https://bank.example.com"),
                speaks(PLACEHOLDER, "app.mail.from=noreply@example.org"),
                speaks(PLACEHOLDER, "app.db.url=jdbc:h2:mem:app"),
                speaks(PLACEHOLDER, "app.db.url=jdbc:sqlite:/data/app.db"),
                speaks(PLACEHOLDER, "app.text.payment=fake"),
                speaks(PLACEHOLDER, "app.text.payment-class=io.acme.FakePayment"),
                speaks(PLACEHOLDER, "app.flag.use-mocks=true"),
                speaks(PLACEHOLDER, "app.bank.url=https://wiremock.acme.io"),
                silent(PLACEHOLDER, "app.secret.signing-key=fake"),
                silent(PLACEHOLDER, "app.bank.url=https://counterexample.com/example.com"),
                silent(PLACEHOLDER, "app.text.payment-class=io.acme.MockingbirdApi.v2"),
                silent(PLACEHOLDER, "app.db.url=jdbc:h2:ssl://db.acme.io/app"),
                speaks(SCHEMA_CHANGES, "app.db.ddl-auto=update"),
                speaks(
                        SCHEMA_CHANGES,
                        "app.text.jakarta.persistence.schema-generation.database.action=drop-and-create"),
                speaks(SCHEMA_CHANGES, "app.flag.generate-ddl=true"),
                silent(SCHEMA_CHANGES, "app.db.ddl-auto=validate"),
                silent(SCHEMA_CHANGES, "app.text.on-conflict=update"));
    }

    private static List<RuleCase> availability() {
        return List.of(
                speaks(SINGLE_REDIS_NODE, "app.redis.url=rediss://cache.acme.io"),
                silent(SINGLE_REDIS_NODE, "app.redis.url=rediss://a.acme.io:6379,b.acme.io:6379"),
                silent(SINGLE_REDIS_NODE, "app.redis.url=rediss-sentinel://a.acme.io"),
                silent(SINGLE_REDIS_NODE, "app.redis.url=rediss://x.abc.euw1.cache.amazonaws.com"),
                silent(SINGLE_REDIS_NODE, "app.redis.url=redis://localhost"),
                speaks(SINGLE_DATABASE_HOST, "app.db.url=jdbc:postgresql://db.acme.io/app"),
                silent(SINGLE_DATABASE_HOST, "app.db.url=jdbc:postgresql://a.acme.io,b.acme.io/app"),
                silent(SINGLE_DATABASE_HOST, "app.db.url=jdbc:postgresql://app-rw.orders.svc/app"),
                silent(SINGLE_DATABASE_HOST, "app.db.url=jdbc:postgresql:///app"),
                speaks(SHORT_SHUTDOWN, "app.server.shutdown-grace=5s", "app.bank.request-timeout=10s"),
                silent(SHORT_SHUTDOWN, "app.server.shutdown-grace=10s", "app.bank.request-timeout=10s"),
                speaks(TIMEOUTS_NOT_NESTED, "app.bank.read-timeout=20s", "app.bank.request-timeout=10s"),
                speaks(
                        TIMEOUTS_NOT_NESTED,
                        "app.bank.read-timeout=PT9223372036854775807S",
                        "app.bank.request-timeout=10s"),
                silent(TIMEOUTS_NOT_NESTED, "app.bank.read-timeout=20s", "app.bank.request-timeout=0s"),
                silent(TIMEOUTS_NOT_NESTED, "app.bank.read-timeout=10s", "app.bank.request-timeout=10s"),
                speaks(POOLS_OVER_DATABASE, "app.db.maximum-pool-size=20", "app.db.max-overflow=20", "app.instances=3"),
                speaks(POOLS_OVER_DATABASE, "app.db.maximum-pool-size=20", "app.instances=9223372036854775807"),
                silent(POOLS_OVER_DATABASE, "app.db.maximum-pool-size=20", "app.instances=5"),
                speaks(NO_BACKUP, "app.backup.enabled=false"),
                speaks(NO_BACKUP, "app.backup.directory=", "app.backup.enabled=true"),
                silent(NO_BACKUP, "app.backup.directory=/backup"),
                speaks(RARE_BACKUPS, "app.backup.interval=1d", "app.backup.recovery-point-objective=1h"),
                silent(RARE_BACKUPS, "app.backup.interval=1h", "app.backup.recovery-point-objective=1h"),
                silent(RARE_BACKUPS, "app.backup.interval=1d"));
    }
}
