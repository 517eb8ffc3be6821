package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.report.Shown;
import dev.renum.core.settings.Secret;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One setting as it was bound.
 *
 * @param setting the component that it sets
 * @param key the key, which for an entry of a map is longer than the setting's own
 * @param text the text as its source writes it, secrets in clear; {@code null} if there is none
 * @param value what the record got; {@code null} for a {@code @Nullable} component without a value
 * @param origin where the text stands
 * @param secrecy whether the value may be shown, decided when it was bound
 */
public record BoundSetting(
        Setting setting,
        String key,
        @Nullable String text,
        @Nullable Object value,
        Origin origin,
        Secrecy secrecy) {
    /** What is shown where there is no value. */
    static final String NOTHING = "nothing";

    /** Whether no source sets it, so that it has a default or nothing. */
    public boolean isDefault() {
        return origin.kind().isDefault();
    }

    /** Whether its value must not be shown; a default that the reference shows may be. */
    public boolean isSensitive() {
        boolean isPublic = isDefault() && text != null && !Description.isSecret(setting, text);
        return secrecy != Secrecy.OPEN && !isPublic;
    }

    /** Whether it is declared or named as a secret; that somebody keeps it among the secrets does not make it one. */
    public boolean isSecret() {
        return secrecy == Secrecy.SECRET;
    }

    /** Whether its type says that it is secret; a name alone may mislead. */
    public boolean isDeclaredSecret() {
        return setting.isDeclaredSecret();
    }

    /** The text in quotes as it may be shown, or {@code nothing}. */
    public String shown() {
        return text == null ? NOTHING : Shown.value(text, isSensitive());
    }

    /** The value in quotes as it may be shown: the text with its references expanded, in the form of its type. */
    String shownValue() {
        return Shown.value(String.join(", ", values()), isSensitive());
    }

    /** The texts in its value that must not be shown. */
    List<String> secrets() {
        return isSensitive() ? values() : List.of();
    }

    private List<String> values() {
        Collection<?> values = value instanceof Collection<?> all ? all : value == null ? List.of() : List.of(value);
        return values.stream()
                .map(it -> it instanceof Secret<?> secret ? secret.reveal() : it)
                .map(Object::toString)
                .toList();
    }

    /** The key and what may be shown of the text. */
    @Override
    public String toString() {
        return key + " = " + shown();
    }
}
