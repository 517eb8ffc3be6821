package dev.renum.config;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of a back end as there are many, which general rules judge. */
@Settings(prefix = "app")
record OperatedSettings(
        @Default("false") boolean debug,
        @Default("1") long instances,
        Map<String, LogLevel> logLevels,
        Map<String, String> text,
        Map<String, Boolean> flag,
        Map<String, Secret<String>> secret,
        Db db,
        Redis redis,
        Bank bank,
        Mail mail,
        Cors cors,
        Server server,
        Backup backup) {
    record Db(
            @Default("jdbc:postgresql://localhost/app") String url,
            @Default("app") String username,
            @Nullable Secret<String> password,
            @Nullable String sslMode,
            @Default("10") int maximumPoolSize,
            @Default("0") int maxOverflow,
            @Default("100") int maxConnections,
            @Default("validate") String ddlAuto) {}

    record Redis(
            @Default("redis://localhost:6379") Secret<String> url,
            Optional<String> host,
            @Default("false") boolean tls,
            @Nullable String password) {}

    record Bank(
            @Default("https://bank.acme.io") URI url,
            @Default("2s") Duration connectTimeout,
            @Default("3s") Duration readTimeout,
            @Default("10s") Duration requestTimeout,
            @Default("false") boolean trustAll,
            @Default("true") boolean verifyHostname,
            @Default("TLSv1.3,TLSv1.2") List<String> tlsProtocols) {}

    record Mail(
            @Default("smtp.acme.io") String host,
            @Default("false") boolean ssl,
            @Default("true") boolean starttls,
            @Default("orders@acme.io") String from) {}

    record Cors(
            @Default("https://app.acme.io") List<String> allowedOrigins,
            @Default("*") List<String> allowedHeaders,
            @Default("false") boolean allowCredentials) {}

    record Server(
            @Default("30s") Duration shutdownGrace,
            @Default("false") boolean sslEnabled,
            @Default("never") String includeStacktrace) {}

    record Backup(
            @Default("true") boolean enabled,
            @Nullable String directory,
            @Default("1h") Duration interval,
            @Nullable Duration recoveryPointObjective) {}
}
