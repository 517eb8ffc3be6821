package dev.renum.config.bind;

import dev.renum.config.bind.Resolver.Found;
import dev.renum.config.report.Origin;
import dev.renum.core.Environment;
import dev.renum.core.Masking;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of what the {@link Resolver} finds.
 *
 * <p>A setting that fails does not stop the others; a record is created only if all its components are usable.
 */
final class RecordBinder {
    private final Resolver resolver;
    private final Environment.Kind kind;
    private final BindingProblems problems;
    private final Keys keys;
    private final SecretTexts secrets = new SecretTexts();
    private final Records records = new Records();
    private final Awaited awaited;
    private final ValueReader values;
    private final MapNames mapNames;
    private final Presence presence;
    private final BoundSettings settings;

    RecordBinder(Resolver resolver, Defaults defaults, BindingProblems problems, Keys keys, Awaited awaited) {
        this.resolver = resolver;
        this.kind = defaults.environment().kind();
        this.problems = problems;
        this.keys = keys;
        this.awaited = awaited;
        this.values = new ValueReader(resolver, defaults, problems, secrets, awaited);
        this.mapNames = new MapNames(resolver.sources(), keys);
        this.presence = new Presence(resolver.sources(), mapNames);
        this.settings = new BoundSettings(resolver, defaults, values);
    }

    /** The section as a record, or {@code null} if there were problems. */
    <S> @Nullable S section(Class<S> section) {
        awaited.begin(section);
        return record(section, Binder.prefix(section)) instanceof Bound.Value bound
                ? section.cast(bound.value())
                : null;
    }

    /** The secrets among all values that were read. */
    SecretTexts secrets() {
        return secrets;
    }

    /** The records that it has created. */
    Records records() {
        return records;
    }

    /** What each usable setting was bound to. */
    List<BoundSetting> settings() {
        return settings.all();
    }

    /** What sources have for all keys that were read, by key. */
    Map<String, Found> read() {
        return values.read();
    }

    private Bound record(Class<?> type, String prefix) {
        List<@Nullable Object> arguments = new ArrayList<>();
        boolean usable = true;
        for (Setting setting : Setting.of(type, prefix)) {
            Bound bound = orMissing(setting, bind(setting, setting.key(), setting.form()));
            if (bound instanceof Bound.Value present) {
                arguments.add(present.value());
                settings.note(setting, present.value());
            } else {
                usable = false;
            }
        }
        return usable ? create(type, prefix, arguments) : Bound.Invalid.INVALID;
    }

    private Bound create(Class<?> type, String prefix, List<@Nullable Object> arguments) {
        try {
            return new Bound.Value(records.create(type, arguments));
        } catch (RecordConstructor.NotAccessible e) {
            problems.notAccessible(prefix, e);
        } catch (RecordConstructor.Rejected e) {
            rejected(type, prefix, e.reason());
        }
        return Bound.Invalid.INVALID;
    }

    private void rejected(Class<?> type, String prefix, String reason) {
        String key = keys.mentionedIn(reason, prefix);
        if (!awaited.explains(prefix, key)) {
            String message = Masking.mask(reason, secrets.under(prefix));
            problems.rejected(
                    key, Origin.declaration(type), message, resolver.places().first(keys, prefix));
        }
    }

    private Bound orMissing(Setting setting, Bound bound) {
        boolean isAwaited = awaited.keys().contains(setting.key());
        if (!(bound instanceof Bound.Absent) && !isAwaited) {
            return bound;
        }
        if (setting.mayBeAbsent(kind) && !isAwaited) {
            return new Bound.Value(null);
        }
        if (!awaited.covers(setting)) {
            problems.missing(setting, kind);
            return Bound.Invalid.INVALID;
        }
        problems.awaited(setting);
        return awaited.standIn(setting, secrets);
    }

    /** The value of {@code key}, which is the setting's own or that of an element or entry of it. */
    private Bound bind(Setting setting, String key, Form form) {
        return switch (form.sort()) {
            case SCALAR, SECRET -> values.value(setting, key, form);
            case OPTIONAL -> optional(setting, key, form.content());
            case ELEMENTS -> elements(setting, key, form);
            case ENTRIES -> entries(setting, key, form.content());
            case GROUP -> group(setting, key, form.type());
        };
    }

    private Bound optional(Setting setting, String key, Form content) {
        Bound bound = bind(setting, key, content);
        if (bound instanceof Bound.Absent && setting.mayBeAbsent(kind)) {
            return new Bound.Value(Optional.empty());
        }
        return bound instanceof Bound.Value present ? new Bound.Value(Optional.ofNullable(present.value())) : bound;
    }

    private Bound group(Setting setting, String key, Class<?> type) {
        boolean isOwn = key.equals(setting.key());
        boolean mayBeAbsent = setting.form().is(Form.Sort.OPTIONAL) || setting.mayBeAbsent(kind);
        return isOwn && mayBeAbsent && !presence.isPresent(type, key) ? Bound.Absent.ABSENT : record(type, key);
    }

    private Bound elements(Setting setting, String key, Form form) {
        List<String> elements = resolver.sources().elements(key);
        if (!elements.isEmpty()) {
            return collected(
                    form,
                    elements.stream()
                            .map(it -> bind(setting, it, form.content()))
                            .toList());
        }
        List<Bound> ofText = values.values(setting, key, form.content());
        return ofText == null ? values.absentOrInvalid(key) : collected(form, ofText);
    }

    private static Bound collected(Form form, List<Bound> elements) {
        List<Object> values = new ArrayList<>();
        for (Bound bound : elements) {
            if (!(bound instanceof Bound.Value present) || present.value() == null) {
                return Bound.Invalid.INVALID;
            }
            values.add(present.value());
        }
        return new Bound.Value(
                form.type() == Set.class
                        ? Collections.unmodifiableSet(new LinkedHashSet<>(values))
                        : List.copyOf(values));
    }

    private Bound entries(Setting setting, String key, Form content) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        boolean usable = true;
        for (String name : mapNames.of(key)) {
            if (bind(setting, key + "." + name, content) instanceof Bound.Value present) {
                entries.put(name, present.value());
            } else {
                usable = false;
            }
        }
        return usable ? new Bound.Value(Collections.unmodifiableMap(entries)) : Bound.Invalid.INVALID;
    }
}
