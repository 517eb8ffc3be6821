package dev.renum.config;

import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.FormerKey;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import dev.renum.core.settings.SettingsRule;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps secrets of every sort, and tells them where it should not. */
@Settings(prefix = "vault", rules = VaultSettings.Gossip.class)
record VaultSettings(
        Optional<Secret<String>> key,
        Optional<Secret<Integer>> pin,
        @Live Optional<String> password,
        @FormerKey("old-phrase") Optional<String> passphrase,
        Optional<Integer> apiToken,
        @Default("1") @Range(max = "10") int accessKey,
        Optional<URI> home,
        @Live Optional<String> database,
        Optional<String> note,
        @Live Optional<String> motto,
        @Default("1s") Duration pause,
        @Default("1") int size,
        Map<String, Integer> limits,
        Map<String, String> headers,
        @Default("") List<Secret<String>> tokens,
        @Default("quiet") Talk talk) {
    /** How it fails to keep them. */
    enum Talk {
        QUIET,
        THROW,
        GOSSIP
    }

    VaultSettings {
        if (talk == Talk.THROW) {
            throw new IllegalArgumentException(
                    "cannot use " + all(key, pin, password, home, database, tokens) + " " + motto);
        }
    }

    private String everything() {
        return all(key, pin, password, home, database, tokens) + " " + motto;
    }

    private static String all(
            Optional<Secret<String>> key,
            Optional<Secret<Integer>> pin,
            Optional<String> password,
            Optional<URI> home,
            Optional<String> database,
            List<Secret<String>> tokens) {
        return key.map(Secret::reveal) + " " + pin.map(Secret::reveal) + " " + password + " " + home + " " + database
                + " " + tokens.stream().map(Secret::reveal).toList();
    }

    /** Tells everything. */
    public static final class Gossip implements SettingsRule<VaultSettings> {
        @Override
        public List<Finding> check(VaultSettings settings, Environment environment) {
            if (settings.talk != Talk.GOSSIP) {
                return List.of();
            }
            String told = settings.everything();
            return List.of(new Finding("VAULT-001", Severity.WARNING, "", "has " + told, "hide " + told));
        }
    }
}
