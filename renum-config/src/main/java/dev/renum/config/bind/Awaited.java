package dev.renum.config.bind;

import dev.renum.config.bind.Form.Sort;
import dev.renum.config.source.Names;
import dev.renum.core.settings.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an environment will have at its deployment and does not have here: secrets that nobody has set, and references to what nobody has.
 *
 * <p>A random text stands in for a secret, so that the section can be created and judged all the same. It is strong, and nobody ever gets it.
 */
final class Awaited {
    private static final int RANDOM_BYTES = 32;

    private final boolean isOffline;
    private final Map<Class<?>, Set<String>> bySection = new LinkedHashMap<>();
    private final Set<String> keys = new LinkedHashSet<>();
    private final Map<String, String> standIns = new LinkedHashMap<>();
    private Set<String> keysOfSection = new LinkedHashSet<>();

    /** With {@code isOffline} false nothing is awaited: what is not there is missing. */
    Awaited(boolean isOffline) {
        this.isOffline = isOffline;
    }

    boolean isOffline() {
        return isOffline;
    }

    /** Every awaited key. */
    Set<String> keys() {
        return keys;
    }

    /** The awaited keys of {@code section} alone, whose prefix may begin that of another one. */
    Set<String> keysIn(Class<?> section) {
        return bySection.getOrDefault(section, Set.of());
    }

    /** What is noted from now on is of {@code section}. */
    void begin(Class<?> section) {
        keysOfSection = bySection.computeIfAbsent(section, absent -> new LinkedHashSet<>());
    }

    /** Whether {@code setting}, which has no value here, may have one at the deployment: a secret may, and what has been noted. */
    boolean covers(Setting setting) {
        boolean isSecret = setting.isDeclaredSecret() || (setting.form().isText() && setting.isSecret());
        return isOffline && (isSecret || keys.contains(setting.key()));
    }

    /** Notes that the value of {@code setting} refers to something that is not there. */
    void note(Setting setting) {
        keys.add(setting.key());
        keysOfSection.add(setting.key());
    }

    /** Something in place of the value; invalid if there is nothing of its type. */
    Bound standIn(Setting setting, SecretTexts secrets) {
        note(setting);
        String text = random();
        Object value = setting.isSecret() ? instead(setting.form(), text) : null;
        if (value == null) {
            return Bound.Invalid.INVALID;
        }
        standIns.put(setting.key(), text);
        secrets.add(setting.key(), text);
        return new Bound.Value(value);
    }

    /** Whether the section {@code prefix} may have been refused because of a stand-in; {@code key} is what the message names. */
    boolean explains(String prefix, String key) {
        return standIns.containsKey(key)
                || (key.equals(prefix) && standIns.keySet().stream().anyMatch(it -> Names.isBelow(it, prefix)));
    }

    /** A value of {@code form} that has {@code text}; {@code null} if there is none. */
    private static @Nullable Object instead(Form form, String text) {
        if (form.innermost().type() != String.class) {
            return null;
        }
        return switch (form.sort()) {
            case SCALAR -> text;
            case SECRET -> Secret.of(text);
            case ELEMENTS ->
                form.type() == List.class && form.content().is(Sort.SECRET) ? List.of(Secret.of(text)) : null;
            case OPTIONAL, ENTRIES, GROUP -> null;
        };
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
