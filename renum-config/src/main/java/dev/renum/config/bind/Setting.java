package dev.renum.config.bind;

import dev.renum.config.bind.Form.Sort;
import dev.renum.config.report.Origin;
import dev.renum.core.Environment;
import dev.renum.core.Masking;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.FormerKey;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Required;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One component of a section, and the key that sets it.
 *
 * @param key the key, such as {@code backend.port}
 * @param named the component of the record that declares it
 */
record Setting(String key, NamedComponent named) {
    /** The settings of a record whose keys begin with {@code prefix}. */
    static List<Setting> of(Class<?> type, String prefix) {
        return NamedComponent.of(type).stream()
                .map(named -> new Setting(prefix + "." + named.name(), named))
                .toList();
    }

    /** The component of the record that declares it. */
    RecordComponent component() {
        return named.component();
    }

    /** What its values are made of. */
    Form form() {
        return named.form();
    }

    /** Where the component is declared, for reports. */
    Origin declaration() {
        RecordComponent component = component();
        String name = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
        return Origin.of(name, Origin.Kind.RECORD);
    }

    /** Whether it is declared or named as a secret. */
    boolean isSecret() {
        return isDeclaredSecret() || Masking.isSensitive(key);
    }

    /** Whether the value at {@code key}, its own or one below it, is secret by declaration or name. */
    boolean isSecretAt(String key) {
        return isSecret() || (!key.equals(this.key) && Masking.isSensitive(key));
    }

    /** Whether its type says that its values are secret. */
    boolean isDeclaredSecret() {
        return form().innermost().is(Sort.SECRET);
    }

    /** Whether it may change while the application runs. */
    boolean isLive() {
        return component().isAnnotationPresent(Live.class);
    }

    /** Whether it is a record, or holds records, with settings of their own. */
    boolean isGroup() {
        return form().innermost().is(Sort.GROUP);
    }

    /** The keys under which earlier versions had it. */
    List<String> formerKeys() {
        FormerKey former = component().getAnnotation(FormerKey.class);
        if (former == null) {
            return List.of();
        }
        String group = key.substring(0, key.lastIndexOf('.') + 1);
        return Arrays.stream(former.value()).map(name -> group + name).toList();
    }

    /** Whether a source must set it in environments of {@code kind}; a map without a key is empty, and needs none. */
    boolean isRequired(Environment.Kind kind) {
        return !form().is(Sort.ENTRIES) && defaultIn(kind) == null && !mayBeAbsent(kind);
    }

    /** Whether a value may be absent there; {@code Optional} or {@code @Nullable}. */
    boolean mayBeAbsent(Environment.Kind kind) {
        Required required = component().getAnnotation(Required.class);
        boolean demanded = required != null && applies(required.in(), kind);
        return !demanded && (form().is(Sort.OPTIONAL) || named.isNullable());
    }

    /** The default in environments of {@code kind}, as text; {@code null} if there is none. */
    @Nullable
    String defaultIn(Environment.Kind kind) {
        return defaultOf(kind).or(this::plainDefault).map(Default::value).orElse(null);
    }

    /** The default that is declared for all kinds of environment. */
    Optional<Default> plainDefault() {
        return Arrays.stream(component().getAnnotationsByType(Default.class))
                .filter(it -> it.in().length == 0)
                .findFirst();
    }

    /** The default that is declared for {@code kind} and replaces the plain one there. */
    Optional<Default> defaultOf(Environment.Kind kind) {
        return Arrays.stream(component().getAnnotationsByType(Default.class))
                .filter(it -> Arrays.asList(it.in()).contains(kind))
                .findFirst();
    }

    /** Whether {@code value} is within the bounds, if there are any. */
    boolean allows(Object value) {
        return named.bounds() == null || named.bounds().contains(value);
    }

    /** The bounds in words, such as {@code at least 1}; {@code null} if there are none. */
    @Nullable
    String rangeInWords() {
        Range range = component().getAnnotation(Range.class);
        if (range == null) {
            return null;
        }
        if (range.min().isEmpty()) {
            return "at most " + range.max();
        }
        return range.max().isEmpty() ? "at least " + range.min() : range.min() + " to " + range.max();
    }

    private static boolean applies(Environment.Kind[] kinds, Environment.Kind kind) {
        return kinds.length == 0 || Arrays.asList(kinds).contains(kind);
    }
}
