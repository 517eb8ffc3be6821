package dev.renum.config.bind;

import dev.renum.config.source.Layer;
import dev.renum.core.Masking;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Decides of every value whether it may be shown, and is the only place where that is done. Safe for use by many threads. */
final class Secrecies {
    private final RankedSources sources;
    private final Function<String, Set<String>> followed;
    private final Predicate<String> isDeclaredSecret;
    private final Map<String, Secrecy> known = new ConcurrentHashMap<>();

    /**
     * The secrecy of values in {@code sources}.
     *
     * @param followed the keys that the references in the value of a key lead to
     * @param isDeclaredSecret whether a section says of a key that its value is secret
     */
    Secrecies(RankedSources sources, Function<String, Set<String>> followed, Predicate<String> isDeclaredSecret) {
        this.sources = sources;
        this.followed = followed;
        this.isDeclaredSecret = isDeclaredSecret;
    }

    /** Whether the value of {@code key}, which is that of {@code setting} or in it, may be shown. */
    Secrecy of(Setting setting, String key) {
        Secrecy secrecy = known.get(key);
        if (secrecy == null) {
            secrecy = decide(setting, key);
            known.put(key, secrecy);
        }
        return secrecy;
    }

    private Secrecy decide(Setting setting, String key) {
        if (setting.isSecretAt(key)) {
            return Secrecy.SECRET;
        }
        boolean isKept = sources.isKeptSecret(key) || (key.endsWith("]") && sources.isKeptSecret(Layer.parent(key)));
        return isKept || bringsSecret(key) ? Secrecy.KEPT : Secrecy.OPEN;
    }

    /** Whether a reference in the value of {@code key} leads to a secret. */
    private boolean bringsSecret(String key) {
        return followed.apply(key).stream()
                .anyMatch(it -> Masking.isSensitive(it) || sources.isKeptSecret(it) || isDeclaredSecret.test(it));
    }
}
