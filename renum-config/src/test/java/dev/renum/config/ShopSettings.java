package dev.renum.config;

import static dev.renum.core.Environment.Kind.DEVELOPMENT;
import static dev.renum.core.Environment.Kind.PRODUCTION;

import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Required;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import dev.renum.core.settings.SettingsRule;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has a component of every sort. */
@Settings(prefix = "shop", rules = ShopSettings.Rules.class)
record ShopSettings(
        @Range(min = "1", max = "65535") int port,
        @Default("INFO") LogLevel logLevel,

        @Default("30s") @Default(value = "5s", in = DEVELOPMENT, because = "nobody waits") @Range(max = "1h")
        Duration requestTimeout,

        @Default("") List<String> currencies,
        @Default("1, 2, 2") Set<Integer> shards,
        Map<String, Double> discounts,
        Optional<URI> home,
        @Required(in = PRODUCTION) @Nullable Path dataDirectory,
        @Nullable Secret<String> apiKey,
        @Nullable Secret<Integer> pin,
        @Default("false") boolean gift,
        @Default("1000000000000") long budget,
        @Nullable Mail mail) {
    ShopSettings {
        if (apiKey != null && apiKey.reveal().startsWith("bad")) {
            throw new IllegalArgumentException("api key " + apiKey.reveal() + " does not fit the port " + port);
        }
    }

    /** A group that may be absent. */
    record Mail(String host, @Default("25") int port) {}

    /** Refuses gifts on a port of production. */
    public static final class Rules implements SettingsRule<ShopSettings> {
        @Override
        public List<Finding> check(ShopSettings settings, Environment environment) {
            if (!settings.gift()) {
                return List.of();
            }
            Severity severity = environment.isProduction() ? Severity.ERROR : Severity.WARNING;
            return List.of(new Finding("SHOP-001", severity, "gift", "is not for production", "switch it off"));
        }
    }
}
