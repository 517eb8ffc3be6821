package dev.renum.config.bind;

import dev.renum.core.Environment.Kind;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting that a section declares, whether anything sets it or not.
 *
 * @param key the key, with {@code []} for the number of an element and {@code <name>} for the name of an entry
 * @param setting the component that it sets; of what a list or a map holds directly, the list or the map
 * @param section the section that declares it
 * @param within the group that has it and may be absent, {@code null} if there is none
 * @param isLive whether it may change while the application runs, itself or as a part of a group that may
 */
record Declared(
        String key,
        Setting setting,
        Class<?> section,
        @Nullable String within,
        boolean isLive) {
    private static final String ELEMENT = "[]";
    private static final String ENTRY = ".<name>";

    private static final ClassValue<List<Declared>> BY_SECTION = new ClassValue<>() {
        @Override
        protected List<Declared> computeValue(Class<?> section) {
            List<Declared> all = new ArrayList<>();
            addGroup(section, new Group(Binder.prefix(section), section, null, false), all);
            return List.copyOf(all);
        }
    };

    /** The settings of {@code section} in the order of their declaration, each holder before what is in it. */
    static List<Declared> of(Class<?> section) {
        return BY_SECTION.get(section);
    }

    /** Whether it is a list, a map or a group that others are in, which has no value of its own. */
    boolean isHolder() {
        return setting.isGroup();
    }

    /** Whether it has more keys than one: those of elements or entries. */
    boolean isVarying() {
        return isList() || key.contains(ELEMENT) || key.contains(ENTRY);
    }

    /** Whether {@code key} is one of its keys. */
    boolean reads(String key) {
        String pattern =
                Pattern.quote(this.key).replace(ELEMENT, "\\E\\[\\d+]\\Q").replace(ENTRY, "\\E\\..+\\Q");
        return key.matches(isList() ? pattern + "(\\[\\d+])?" : pattern);
    }

    /** The element or the entry that {@code key}, one of its keys, is in; the key itself if it is in none. */
    String elementOf(String key) {
        int part = Math.max(this.key.lastIndexOf(ELEMENT + "."), this.key.lastIndexOf(ENTRY + "."));
        if (part < 0) {
            return key;
        }
        int inside = this.key.length() - this.key.indexOf('.', part + 1);
        return key.substring(0, key.length() - inside);
    }

    /** The keys under which earlier versions had it. */
    List<String> formerKeys() {
        String inside = key.substring(setting.key().length());
        return setting.formerKeys().stream().map(former -> former + inside).toList();
    }

    private boolean isList() {
        Class<?> type = setting.component().getType();
        return type == List.class || type == Set.class;
    }

    /** Adds the components of a section or of a group in it. */
    private static void addGroup(Class<?> type, Group group, List<Declared> all) {
        for (Setting setting : Setting.of(type, group.prefix)) {
            boolean isLive = group.isLive || (setting.isLive() && !group.isElement());
            Declared declared = new Declared(setting.key(), setting, group.section, group.within, isLive);
            declared.addAsHolder(all);
            add(declared, setting.type(), all);
        }
    }

    /** Adds a group or what holds some, unless it is there anyhow and there is nothing to say of it. */
    private void addAsHolder(List<Declared> all) {
        if (isHolder() && (!(setting.type() instanceof Class<?>) || mayBeAbsent())) {
            all.add(this);
        }
    }

    /** Adds what {@code type}, the type of {@code declared} or of what that holds, is made of. */
    private static void add(Declared declared, Type type, List<Declared> all) {
        if (type instanceof ParameterizedType generic) {
            addGeneric(declared, generic, all);
        } else if (Setting.isRecord(type)) {
            addGroup((Class<?>) type, declared.asGroup(), all);
        } else {
            all.add(declared);
        }
    }

    private static void addGeneric(Declared declared, ParameterizedType type, List<Declared> all) {
        Type[] arguments = type.getActualTypeArguments();
        Type content = arguments[arguments.length - 1];
        if (type.getRawType() == Optional.class) {
            add(declared, content, all);
        } else if (type.getRawType() == Map.class) {
            add(declared.inside(ENTRY), content, all);
        } else if (Setting.isRecord(content)) {
            add(declared.inside(ELEMENT), content, all);
        } else {
            all.add(declared);
        }
    }

    private Declared inside(String part) {
        return new Declared(key + part, setting, section, within, isLive);
    }

    private Group asGroup() {
        boolean isPart = !key.equals(setting.key());
        return new Group(key, section, isPart || mayBeAbsent() ? key : within, isLive);
    }

    private boolean mayBeAbsent() {
        return Arrays.stream(Kind.values()).anyMatch(setting::mayBeAbsent);
    }

    /** What the components of a record share. */
    private record Group(
            String prefix, Class<?> section, @Nullable String within, boolean isLive) {
        /** Whether it is in a list or a map, which changes as a whole. */
        boolean isElement() {
            return prefix.contains(ELEMENT) || prefix.contains(ENTRY);
        }
    }
}
