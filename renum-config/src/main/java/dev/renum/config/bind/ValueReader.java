package dev.renum.config.bind;

import dev.renum.config.bind.Form.Sort;
import dev.renum.config.bind.Resolver.Found;
import dev.renum.core.settings.Secret;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the texts of single values and converts them; what is wrong is noted. */
final class ValueReader {
    private final Resolver resolver;
    private final Defaults defaults;
    private final BindingProblems problems;
    private final SecretTexts secrets;
    private final Awaited awaited;
    private final Map<String, Found> read = new HashMap<>();

    ValueReader(Resolver resolver, Defaults defaults, BindingProblems problems, SecretTexts secrets, Awaited awaited) {
        this.resolver = resolver;
        this.defaults = defaults;
        this.problems = problems;
        this.secrets = secrets;
        this.awaited = awaited;
    }

    /** The value of {@code key}, of which {@code setting} may have a default. */
    Bound value(Setting setting, String key, Form form) {
        String text = text(setting, key);
        return text == null ? absentOrInvalid(key) : convert(setting, key, text, form);
    }

    /** The values of a list that is written in one text, parted by commas; {@code null} if there is no such text. */
    @Nullable
    List<Bound> values(Setting setting, String key, Form form) {
        String text = text(setting, key);
        if (text == null) {
            return null;
        }
        if (form.is(Sort.GROUP) && !text.isBlank()) {
            problems.textForGroups(setting, defaults.environment().kind());
            return List.of(Bound.Invalid.INVALID);
        }
        List<String> parts = split(text);
        if (parts.contains("") && !form.isText()) {
            parts.forEach(part -> keepSecret(setting, key, part));
            problems.emptyElement(setting, key);
            return List.of(Bound.Invalid.INVALID);
        }
        return parts.stream().map(part -> convert(setting, key, part, form)).toList();
    }

    /** What a source has for {@code key}, as it was read; {@code null} if nothing was. */
    @Nullable
    Found found(String key) {
        return read.get(key);
    }

    /** What sources have for all keys that were read, by key. */
    Map<String, Found> read() {
        return read;
    }

    /** A key without a text is absent, unless its text could not be had: then the problem has been noted. */
    Bound absentOrInvalid(String key) {
        return resolver.sources().origins(key).isEmpty() ? Bound.Absent.ABSENT : Bound.Invalid.INVALID;
    }

    /** The text of {@code key} or its default; {@code null} if there is none or, noted, if a reference in it fails. */
    private @Nullable String text(Setting setting, String key) {
        try {
            Found found = resolver.find(key);
            if (found == null) {
                return key.equals(setting.key()) ? defaults.textOf(setting) : null;
            }
            read.put(key, found);
            return found.value();
        } catch (UnresolvedReferenceException e) {
            unresolved(setting, key, e);
            return null;
        }
    }

    private void unresolved(Setting setting, String key, UnresolvedReferenceException e) {
        if (awaited.isOffline() && !e.isFinal()) {
            awaited.note(setting);
        } else {
            problems.unresolved(setting, key, e);
        }
    }

    private Bound convert(Setting setting, String key, String text, Form form) {
        keepSecret(setting, key, text);
        try {
            return checked(setting, key, text, form);
        } catch (ConversionException e) {
            problems.invalid(setting, key, text, e);
            return Bound.Invalid.INVALID;
        }
    }

    private void keepSecret(Setting setting, String key, String text) {
        if (resolver.isSensitive(setting, key)) {
            secrets.add(key, text);
        }
    }

    private Bound checked(Setting setting, String key, String text, Form form) {
        boolean isSecret = form.is(Sort.SECRET);
        Object value = Conversions.convert(text, form.type());
        if (isSecret && text.isEmpty()) {
            throw new ConversionException("is empty", "set the secret; an empty variable hides what a file has");
        }
        if (!setting.allows(value)) {
            problems.outOfRange(setting, key, text);
            return Bound.Invalid.INVALID;
        }
        if (resolver.isSensitive(setting, key)) {
            secrets.add(key, value.toString());
        }
        return new Bound.Value(isSecret ? Secret.of(value) : value);
    }

    /** The elements of {@code a, b\, c}: parted by commas that no backslash precedes, without surrounding white space. */
    private static List<String> split(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        return Arrays.stream(text.split("(?<!\\\\),", -1))
                .map(part -> part.strip().replace("\\,", ","))
                .toList();
    }
}
