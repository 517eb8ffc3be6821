package dev.renum.monitoring;

import static dev.renum.core.Environment.Kind.DEVELOPMENT;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The settings of monitoring over HTTP.
 *
 * @param enabled {@code renum.monitoring.enabled}, default true: false opens no port and serves no route
 * @param address {@code renum.monitoring.address}, default {@code 127.0.0.1}: where the embedded server listens
 * @param port {@code renum.monitoring.port}, default 9090, 0 to 65535: its port; 0 takes a free one
 * @param tokens {@code renum.monitoring.tokens}, default none: each opens every route; at least 22 characters, which hold 128 bits in Base64
 * @param randomToken {@code renum.monitoring.random-token}, default false, true in development: makes a token at start and shows it, if
 *     there is none
 * @param healthPath {@code renum.monitoring.health-path}, default {@code /health}: what the paths of the probes begin with
 * @param apiPath {@code renum.monitoring.api-path}, default {@code /api/v1/monitoring}: what all other paths begin with
 */
@Settings(prefix = "renum.monitoring", rules = MonitoringRules.class)
public record MonitoringSettings(
        @Doc("Whether anything is served.") @Default("true") boolean enabled,

        @Doc("The address on which the embedded server listens.") @Default("127.0.0.1")
        String address,

        @Doc("The port of the embedded server; 0 takes a free one.") @Default("9090") @Range(min = "0", max = "65535")
        int port,

        @Doc("Each opens every route; at least 22 characters. Without one, only the probes are open.") @Default("")
        List<Secret<String>> tokens,

        @Doc("Makes a random token at start and shows it, if there is none.")
        @Default("false")
        @Default(value = "true", in = DEVELOPMENT, because = "a developer wants to look without setting anything")
        boolean randomToken,

        @Doc("What the paths of the probes begin with.") @Default("/health")
        String healthPath,

        @Doc("What all other paths begin with.") @Default("/api/v1/monitoring")
        String apiPath) {
    private static final Set<String> DOTS = Set.of(".", "..");
    private static final int SHORTEST_TOKEN = 22;
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    /** Checks every component and copies the tokens. */
    public MonitoringSettings {
        tokens = List.copyOf(tokens);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("renum.monitoring.port " + port + " is not allowed: use 0 to 65535");
        }
        if (address.isBlank()) {
            throw new IllegalArgumentException(
                    "renum.monitoring.address is empty: use 127.0.0.1, or an address of this machine");
        }
        if (tokens.stream().anyMatch(token -> token.reveal().length() < SHORTEST_TOKEN)) {
            throw new IllegalArgumentException("a token in renum.monitoring.tokens is shorter than " + SHORTEST_TOKEN
                    + " characters: use 16 random bytes in Base64");
        }
        checkPath("health-path", healthPath);
        checkPath("api-path", apiPath);
    }

    /** A builder with the defaults of production. */
    public static Builder builder() {
        return new Builder();
    }

    private static void checkPath(String key, String path) {
        if (!PATH.matcher(path).matches() || Arrays.stream(path.split("/")).anyMatch(DOTS::contains)) {
            throw new IllegalArgumentException("renum.monitoring." + key + " '" + path
                    + "' is not allowed: use segments of letters, digits and . _ ~ - that each begin with '/'");
        }
    }

    /** Collects settings; see the components of the record. May be used again; not safe for use by several threads at once. */
    public static final class Builder {
        private boolean enabled = true;
        private String address = "127.0.0.1";
        private int port = 9090;
        private final List<Secret<String>> tokens = new ArrayList<>();
        private boolean randomToken;
        private String healthPath = "/health";
        private String apiPath = "/api/v1/monitoring";

        private Builder() {}

        /** Whether anything is served; default true. */
        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /** The address on which the embedded server listens; default {@code 127.0.0.1}. */
        public Builder address(String address) {
            this.address = address;
            return this;
        }

        /** The port of the embedded server; default 9090, 0 takes a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Adds a token that opens every route; default none. */
        public Builder token(Secret<String> token) {
            tokens.add(token);
            return this;
        }

        /** Whether a random token is made if there is none; default false. */
        public Builder randomToken(boolean randomToken) {
            this.randomToken = randomToken;
            return this;
        }

        /** What the paths of the probes begin with; default {@code /health}. */
        public Builder healthPath(String healthPath) {
            this.healthPath = healthPath;
            return this;
        }

        /** What all other paths begin with; default {@code /api/v1/monitoring}. */
        public Builder apiPath(String apiPath) {
            this.apiPath = apiPath;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException if one is not allowed
         */
        public MonitoringSettings build() {
            return new MonitoringSettings(enabled, address, port, tokens, randomToken, healthPath, apiPath);
        }
    }
}
