package dev.renum.config.bind;

import dev.renum.config.source.Names;
import dev.renum.core.settings.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        boolean isText = setting.type() == String.class;
        boolean isSecret = setting.isDeclaredSecret() || (isText && setting.isSecret());
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
        Type type = setting.type();
        if (!setting.isSecret() || !isOfTexts(type)) {
            return Bound.Invalid.INVALID;
        }
        String text = random();
        standIns.put(setting.key(), text);
        secrets.add(setting.key(), text);
        return new Bound.Value(
                isSecret(type) ? Secret.of(text) : type == String.class ? text : List.of(Secret.of(text)));
    }

    /** Whether the section {@code prefix} may have been refused because of a stand-in; {@code key} is what the message names. */
    boolean explains(String prefix, String key) {
        return standIns.containsKey(key)
                || (key.equals(prefix) && standIns.keySet().stream().anyMatch(it -> Names.isBelow(it, prefix)));
    }

    private static boolean isOfTexts(Type type) {
        boolean isList = type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && isSecret(list.getActualTypeArguments()[0]);
        return type == String.class || isSecret(type) || isList;
    }

    private static boolean isSecret(Type type) {
        return type instanceof ParameterizedType secret
                && secret.getRawType() == Secret.class
                && secret.getActualTypeArguments()[0] == String.class;
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
