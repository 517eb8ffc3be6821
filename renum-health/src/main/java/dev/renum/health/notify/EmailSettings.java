package dev.renum.health.notify;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import dev.renum.health.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that takes alerts, and who gets them.
 *
 * @param enabled {@code renum.health.alerts.email.enabled}, default false: whether anything is sent
 * @param host {@code renum.health.alerts.email.host}: the mail server; needed if enabled
 * @param port {@code renum.health.alerts.email.port}, default 587, 1 to 65535: its port
 * @param security {@code renum.health.alerts.email.security}, default {@code STARTTLS}: how the connection is encrypted
 * @param user {@code renum.health.alerts.email.user}, default none: the account at the server; without one nobody logs in
 * @param password {@code renum.health.alerts.email.password}, default none: its password; only over an encrypted connection, or to this machine
 * @param from {@code renum.health.alerts.email.from}: the address of the sender; needed if enabled
 * @param to {@code renum.health.alerts.email.to}: the addresses of the receivers; needed if enabled
 * @param timeout {@code renum.health.alerts.email.timeout}, default 5 s, 100 ms to 20 s: how long connecting, each read and each write may take
 */
@Settings(prefix = "renum.health.alerts.email")
public record EmailSettings(
        @Doc("Whether alerts are sent by e-mail.") @Default("false")
        boolean enabled,

        @Doc("The mail server. Needed if enabled.") @Nullable
        String host,

        @Doc("The port of the mail server.") @Default("587") @Range(min = "1", max = "65535")
        int port,

        @Doc("How the connection is encrypted; NONE for a server on this machine.") @Default("STARTTLS")
        Security security,

        @Doc("The account at the server; without one nobody logs in.") @Nullable
        String user,

        @Doc("The password of the account.") @Nullable Secret<String> password,

        @Doc("The address of the sender. Needed if enabled.") @Nullable
        String from,

        @Doc("The addresses of the receivers. Needed if enabled.") @Default("")
        List<String> to,

        @Doc("How long connecting, each read and each write may take.")
        @Default("5s")
        @Range(min = "100ms", max = "20s")
        Duration timeout) {
    /** Neither spaces nor control characters, so that no address can begin a header of its own. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl}<>,;:\"()\\[\\]\\\\@]{1,64}@[A-Za-z0-9.-]{1,253}");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");
    private static final String PREFIX = "renum.health.alerts.email.";

    /** How a connection to a mail server is encrypted. The server's certificate must be valid for its name. */
    public enum Security {
        /** It begins in the clear and must turn to TLS before anything is sent; port 587. */
        STARTTLS,
        /** It is TLS from its beginning; port 465. */
        TLS,
        /** It is not. */
        NONE
    }

    /** Checks every component and copies the receivers. */
    public EmailSettings {
        to = List.copyOf(to);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(PREFIX + "port " + port + " is not allowed: use 1 to 65535");
        }
        checkHost(enabled, host);
        checkAddresses(enabled, from, to);
        if (password != null && security == Security.NONE && !LOOPBACK.contains(String.valueOf(host))) {
            throw new IllegalArgumentException(PREFIX + "security NONE would show the password: use STARTTLS or TLS");
        }
        Timeouts.check(PREFIX + "timeout", timeout);
    }

    private static void checkHost(boolean enabled, @Nullable String host) {
        if (host == null && enabled) {
            throw new IllegalArgumentException(PREFIX + "host is missing: set it, or " + PREFIX + "enabled=false");
        }
        if (host != null && !HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    PREFIX + "host '" + Texts.line(host, 80) + "' is not allowed: use a name or an address");
        }
    }

    private static void checkAddresses(boolean enabled, @Nullable String from, List<String> to) {
        if (enabled && (from == null || to.isEmpty())) {
            throw new IllegalArgumentException(
                    PREFIX + (from == null ? "from" : "to") + " is missing: set it, or " + PREFIX + "enabled=false");
        }
        if (from != null) {
            checkAddress("from", from);
        }
        to.forEach(address -> checkAddress("to", address));
    }

    private static void checkAddress(String key, String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException(PREFIX + key + " '" + Texts.line(address, 80)
                    + "' is not allowed: use a plain address, such as ops@example.org");
        }
    }

    /** A builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings; see the components of the record. May be used again; not safe for use by several threads at once. */
    public static final class Builder {
        private boolean enabled;
        private @Nullable String host;
        private int port = 587;
        private Security security = Security.STARTTLS;
        private @Nullable String user;
        private @Nullable Secret<String> password;
        private @Nullable String from;
        private List<String> to = List.of();
        private Duration timeout = Duration.ofSeconds(5);

        private Builder() {}

        /** Whether anything is sent; default false, true once there is a {@link #host}. */
        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /** The mail server; switches it on. */
        public Builder host(String host) {
            this.host = host;
            this.enabled = true;
            return this;
        }

        /** Its port; default 587. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** How the connection is encrypted; default {@link Security#STARTTLS}. */
        public Builder security(Security security) {
            this.security = security;
            return this;
        }

        /** The account at the server, and its password; default is not to log in. */
        public Builder login(String user, Secret<String> password) {
            this.user = user;
            this.password = password;
            return this;
        }

        /** The address of the sender. */
        public Builder from(String from) {
            this.from = from;
            return this;
        }

        /** The addresses of the receivers. */
        public Builder to(String... to) {
            this.to = List.of(to);
            return this;
        }

        /** How long connecting, each read and each write may take; default 5 s. */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException if one is not allowed
         */
        public EmailSettings build() {
            return new EmailSettings(enabled, host, port, security, user, password, from, to, timeout);
        }
    }
}
