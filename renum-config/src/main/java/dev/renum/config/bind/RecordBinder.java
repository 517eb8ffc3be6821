package dev.renum.config.bind;

import static java.util.stream.Collectors.joining;

import dev.renum.config.bind.Engine.Found;
import dev.renum.config.report.Masking;
import dev.renum.config.report.Origin;
import dev.renum.core.Environment;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of what the {@link Engine} finds, and notes every key that belongs to one.
 *
 * <p>A setting that fails does not stop the others; a record is created only if all its components are usable.
 */
final class RecordBinder {
    private final Engine engine;
    private final Environment.Kind kind;
    private final ProblemLog problems;
    private final Keys keys;
    private final Consumer<BoundSetting> bound;
    private final Map<String, Found> read = new HashMap<>();

    RecordBinder(Engine engine, Environment environment, ProblemLog problems, Keys keys, Consumer<BoundSetting> bound) {
        this.engine = engine;
        this.kind = environment.kind();
        this.problems = problems;
        this.keys = keys;
        this.bound = bound;
    }

    /** The section as a record, or {@code null} if there were problems. */
    <S> @Nullable S section(Class<S> section) {
        String prefix = section.getAnnotation(Settings.class).prefix();
        return record(section, prefix) instanceof Bound.Value bound ? section.cast(bound.value()) : null;
    }

    private Bound record(Class<?> type, String prefix) {
        List<Setting> settings = Setting.of(type, prefix);
        List<@Nullable Object> arguments = new ArrayList<>();
        boolean usable = true;
        for (Setting setting : settings) {
            Bound bound = orMissing(setting, bind(setting, setting.type()));
            if (bound instanceof Bound.Value present) {
                arguments.add(present.value());
                note(setting, present.value());
            } else {
                usable = false;
            }
        }
        return usable ? create(type, prefix, arguments) : Bound.Invalid.INVALID;
    }

    /** Tells of a setting that is usable; a group is not one, a map is one for each entry. */
    private void note(Setting setting, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, content) -> note(setting, setting.key() + "." + name, content));
            return;
        }
        if (!setting.isGroup()) {
            note(setting, setting.key(), value instanceof Optional<?> optional ? optional.orElse(null) : value);
        }
    }

    private void note(Setting setting, String key, @Nullable Object value) {
        Found found = read.get(key);
        List<String> elements = found == null ? engine.elements(key) : List.of();
        if (!elements.isEmpty()) {
            String text = elements.stream()
                    .map(read::get)
                    .filter(Objects::nonNull)
                    .map(Found::raw)
                    .collect(joining(", "));
            bound.accept(new BoundSetting(
                    setting, key, text, value, engine.origins(elements.get(0)).get(0)));
            return;
        }
        String text = found == null ? setting.defaultIn(kind) : found.raw();
        bound.accept(
                new BoundSetting(setting, key, text, value, found == null ? setting.declaration() : found.origin()));
    }

    private Bound create(Class<?> type, String prefix, List<@Nullable Object> arguments) {
        try {
            return new Bound.Value(RecordConstructor.of(type).create(arguments));
        } catch (RecordConstructor.NotAccessible e) {
            problems.notAccessible(prefix, e);
        } catch (RecordConstructor.Rejected e) {
            problems.rejected(
                    keys.mentionedIn(e.reason(), prefix),
                    Origin.declaration(type),
                    e.reason(),
                    keys.secretsUnder(prefix));
        }
        return Bound.Invalid.INVALID;
    }

    private Bound orMissing(Setting setting, Bound bound) {
        if (!(bound instanceof Bound.Absent)) {
            return bound;
        }
        if (setting.mayBeAbsent(kind)) {
            return new Bound.Value(null);
        }
        problems.missing(setting);
        return Bound.Invalid.INVALID;
    }

    private Bound bind(Setting setting, Type type) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return optional(setting, argument(type, 0));
        }
        if (raw.isRecord()) {
            return nested(setting, raw);
        }
        if (raw == List.class || raw == Set.class) {
            return collection(setting, raw, argument(type, 0));
        }
        if (raw == Map.class) {
            return map(setting, argument(type, 1));
        }
        keys.scalar(setting);
        return scalar(setting, setting.key(), type);
    }

    private Bound optional(Setting setting, Type content) {
        Bound bound = bind(setting, content);
        if (bound instanceof Bound.Absent && setting.mayBeAbsent(kind)) {
            return new Bound.Value(Optional.empty());
        }
        return bound instanceof Bound.Value present ? new Bound.Value(Optional.ofNullable(present.value())) : bound;
    }

    private Bound nested(Setting setting, Class<?> type) {
        boolean mayBeAbsent = setting.component().getType() == Optional.class || setting.mayBeAbsent(kind);
        if (mayBeAbsent && !isPresent(type, setting.key())) {
            keys.noteAll(type, setting.key());
            return Bound.Absent.ABSENT;
        }
        return record(type, setting.key());
    }

    private boolean isPresent(Class<?> type, String prefix) {
        return Setting.of(type, prefix).stream()
                .anyMatch(setting -> setting.component().getType().isRecord()
                        ? isPresent(setting.component().getType(), setting.key())
                        : !engine.origins(setting.key()).isEmpty() || engine.hasBelow(setting.key()));
    }

    private Bound collection(Setting setting, Class<?> raw, Type element) {
        keys.list(setting);
        List<String> elements = engine.elements(setting.key());
        if (!elements.isEmpty()) {
            return collected(
                    raw,
                    elements.stream().map(key -> scalar(setting, key, element)).toList());
        }
        String text = text(setting, setting.key());
        if (text == null) {
            return absentOrInvalid(setting.key());
        }
        return collected(
                raw,
                split(text).stream()
                        .map(part -> convert(setting, setting.key(), part, element))
                        .toList());
    }

    private static Bound collected(Class<?> raw, List<Bound> elements) {
        List<Object> values = new ArrayList<>();
        for (Bound bound : elements) {
            if (!(bound instanceof Bound.Value present) || present.value() == null) {
                return Bound.Invalid.INVALID;
            }
            values.add(present.value());
        }
        return new Bound.Value(
                raw == Set.class ? Collections.unmodifiableSet(new LinkedHashSet<>(values)) : List.copyOf(values));
    }

    /** A key without a text is absent, unless its text could not be had: then the problem has been noted. */
    private Bound absentOrInvalid(String key) {
        return engine.origins(key).isEmpty() ? Bound.Absent.ABSENT : Bound.Invalid.INVALID;
    }

    private Bound map(Setting setting, Type content) {
        keys.map(setting);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        boolean usable = true;
        for (String key : engine.keysBelow(setting.key())) {
            if (scalar(setting, key, content) instanceof Bound.Value present) {
                values.put(key.substring(setting.key().length() + 1), present.value());
            } else {
                usable = false;
            }
        }
        return usable ? new Bound.Value(Collections.unmodifiableMap(values)) : Bound.Invalid.INVALID;
    }

    private Bound scalar(Setting setting, String key, Type type) {
        String text = text(setting, key);
        if (text == null) {
            return absentOrInvalid(key);
        }
        return convert(setting, key, text, type);
    }

    /** The text of {@code key} or its default; {@code null} if there is none or, noted, if a reference in it fails. */
    private @Nullable String text(Setting setting, String key) {
        try {
            Found found = engine.find(key);
            if (found == null) {
                return setting.defaultIn(kind);
            }
            read.put(key, found);
            return found.value();
        } catch (UnresolvedReferenceException e) {
            problems.unresolved(setting, key, e);
            return null;
        }
    }

    private Bound convert(Setting setting, String key, String text, Type type) {
        boolean secret = raw(type) == Secret.class;
        Class<?> content = secret ? raw(argument(type, 0)) : raw(type);
        if (setting.isSensitive() || (!key.equals(setting.key()) && Masking.isSensitive(key))) {
            keys.secret(key, text);
        }
        try {
            Object value = Conversions.convert(text, content);
            if (secret && text.isEmpty()) {
                throw new ConversionException("is empty", "set the secret; an empty variable hides what a file has");
            }
            if (!isInRange(setting, value)) {
                problems.outOfRange(setting, key, text);
                return Bound.Invalid.INVALID;
            }
            return new Bound.Value(secret ? Secret.of(value) : value);
        } catch (ConversionException e) {
            problems.invalid(setting, key, text, e);
            return Bound.Invalid.INVALID;
        }
    }

    private static boolean isInRange(Setting setting, Object value) {
        Range range = setting.range();
        if (range == null) {
            return true;
        }
        boolean isTooSmall = !range.min().isEmpty() && compare(value, range.min()) < 0;
        boolean isTooLarge = !range.max().isEmpty() && compare(value, range.max()) > 0;
        return !isTooSmall && !isTooLarge;
    }

    /** Compares a value with a bound, which is of the same type because it was converted to it. */
    @SuppressWarnings("unchecked")
    private static int compare(Object value, String bound) {
        return ((Comparable<Object>) value).compareTo(Conversions.convert(bound, typeOf(value)));
    }

    /** The type by which a value was converted; a constant of an enum may have a class of its own. */
    private static Class<?> typeOf(Object value) {
        return value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
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

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
