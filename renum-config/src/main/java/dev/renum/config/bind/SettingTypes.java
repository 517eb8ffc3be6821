package dev.renum.config.bind;

import dev.renum.config.bind.Form.Sort;
import dev.renum.core.settings.DataSize;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.FormerKey;
import dev.renum.core.settings.Range;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Refuses components that cannot be read, before anything is. */
public final class SettingTypes {
    private static final String ALLOWED =
            "use String, int, long, short, byte, double, float, boolean, Duration, DataSize, URI, Path, Charset,"
                    + " InetSocketAddress, an enum or a record that does not contain itself, Secret of a value that is no record,"
                    + " List, Set or Map<String, …> of one of the former, or Optional of any";

    private static final Pattern FORMER = Pattern.compile("[^.\\[\\]]+");
    /** Whatever is in a section is checked once, however often it is read. */
    private static final ClassValue<Boolean> IS_CHECKED = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            new SettingTypes().check(type, Set.of());
            return true;
        }
    };

    /** The records that have been checked: one is often the type of many components. */
    private final Set<Class<?>> checked = new HashSet<>();

    private SettingTypes() {}

    /**
     * Checks every component of {@code type}, and of the records in it.
     *
     * @throws IllegalArgumentException if one has a type that no text can be converted to, shares its key or a former one with another, or has a default or a
     *     range that could have no effect
     */
    public static void check(Class<?> type) {
        IS_CHECKED.get(type);
    }

    private void check(Class<?> type, Set<Class<?>> around) {
        if (!checked.add(type)) {
            return;
        }
        Set<Class<?>> path = new HashSet<>(around);
        path.add(type);
        for (RecordComponent component : type.getRecordComponents()) {
            Form form = Form.find(component.getGenericType());
            if (form == null || !isAllowed(form, path)) {
                throw refused(
                        component,
                        "has the type " + component.getGenericType().getTypeName() + ", which no setting can have: "
                                + ALLOWED);
            }
            checkDefaults(component, form);
            checkRange(component, form);
        }
        checkKeys(type);
    }

    private static void checkKeys(Class<?> type) {
        Map<String, RecordComponent> byKey = new HashMap<>();
        for (NamedComponent named : NamedComponent.of(type)) {
            RecordComponent other = byKey.putIfAbsent(named.name(), named.component());
            if (other != null) {
                throw refused(
                        named.component(),
                        "has the key " + named.name() + ", as component " + other.getName()
                                + " has: rename one of them");
            }
        }
        for (NamedComponent named : NamedComponent.of(type)) {
            FormerKey former = named.component().getAnnotation(FormerKey.class);
            Stream.ofNullable(former)
                    .flatMap(it -> Arrays.stream(it.value()))
                    .forEach(name -> checkFormerKey(name, named.component(), byKey));
        }
    }

    /** Adds {@code name} to those in {@code byKey}, with which it may not clash: a value belongs to one component. */
    private static void checkFormerKey(String name, RecordComponent component, Map<String, RecordComponent> byKey) {
        if (!FORMER.matcher(name).matches()) {
            throw refused(component, "has the former key '" + name + "': write the last part of the key only");
        }
        RecordComponent other = byKey.putIfAbsent(name, component);
        if (other != null) {
            throw refused(
                    component,
                    "has the former key " + name + ", which component " + other.getName()
                            + " has or had: remove one of them");
        }
    }

    /** Nobody would read the default of what has no text of its own. */
    private static void checkDefaults(RecordComponent component, Form form) {
        checkOncePerKind(component);
        Form content = form.is(Sort.OPTIONAL) ? form.content() : form;
        for (Default declared : component.getAnnotationsByType(Default.class)) {
            if (content.is(Sort.ENTRIES)) {
                throw refused(component, "has a default, and no map can: leave it out, a map without a key is empty");
            }
            if (content.is(Sort.GROUP)) {
                throw refused(component, "has a default, and no group of keys can: give defaults to its components");
            }
            if (content.innermost().is(Sort.GROUP) && !declared.value().isBlank()) {
                throw refused(component, "has a default, and no list of groups can but the empty one: @Default(\"\")");
            }
        }
    }

    private static void checkOncePerKind(RecordComponent component) {
        List<String> kinds = Arrays.stream(component.getAnnotationsByType(Default.class))
                .flatMap(it -> it.in().length == 0
                        ? Stream.of("every kind")
                        : Arrays.stream(it.in()).map(Enum::name))
                .toList();
        for (String kind : kinds) {
            if (Collections.frequency(kinds, kind) > 1) {
                throw refused(component, "has several defaults for " + kind + " of environment: keep one");
            }
        }
    }

    private static void checkRange(RecordComponent component, Form form) {
        Range range = component.getAnnotation(Range.class);
        if (range == null) {
            return;
        }
        Form content = form.innermost();
        for (String bound : List.of(range.min(), range.max())) {
            if (!bound.isEmpty() && !isBound(bound, content)) {
                throw refused(
                        component,
                        "has a range with the bound '" + bound + "', which is no "
                                + content.type().getTypeName()
                                + " that can have one: only numbers, Duration and DataSize can");
            }
        }
    }

    private static boolean isBound(String text, Form form) {
        try {
            return !form.is(Sort.GROUP) && isMeasure(Conversions.convert(text, form.type()));
        } catch (ConversionException e) {
            return false;
        }
    }

    /** Texts have an order too, which nobody means by a range: their length, perhaps. */
    private static boolean isMeasure(Object value) {
        return value instanceof Number || value instanceof Duration || value instanceof DataSize;
    }

    /** What to throw because {@code component} cannot be a setting. */
    private static IllegalArgumentException refused(RecordComponent component, String reason) {
        return new IllegalArgumentException("component " + component.getName() + " of "
                + component.getDeclaringRecord().getName() + " " + reason);
    }

    private boolean isAllowed(Form form, Set<Class<?>> around) {
        Form content = form.is(Sort.OPTIONAL) ? form.content() : form;
        return switch (content.sort()) {
            case SCALAR, SECRET, GROUP -> isSingle(content, around);
            case OPTIONAL -> false;
            case ELEMENTS -> isSingle(content.content(), around);
            case ENTRIES -> isAllowedInMap(content.content(), around);
        };
    }

    private boolean isAllowedInMap(Form form, Set<Class<?>> around) {
        return form.is(Sort.ELEMENTS) ? isScalar(form.content()) : isSingle(form, around);
    }

    /** Whether it is one value, or a record, whose components are then checked too. */
    private boolean isSingle(Form form, Set<Class<?>> around) {
        if (!form.is(Sort.GROUP) || around.contains(form.type())) {
            return isScalar(form);
        }
        check(form.type(), around);
        return true;
    }

    private static boolean isScalar(Form form) {
        return form.is(Sort.SCALAR) || form.is(Sort.SECRET);
    }
}
