package dev.renum.config.bind;

import dev.renum.config.bind.Form.Sort;
import dev.renum.config.source.Names;
import dev.renum.core.Environment.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * @param keys what its keys look like
 */
record Declared(
        String key,
        Setting setting,
        Class<?> section,
        @Nullable String within,
        boolean isLive,
        Pattern keys) {
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

    private Declared(String key, Setting setting, Class<?> section, @Nullable String within, boolean isLive) {
        this(key, setting, section, within, isLive, keys(key, setting));
    }

    private static Pattern keys(String key, Setting setting) {
        String number = "\\E" + Names.INDEX + "\\Q";
        String all = Pattern.quote(key).replace(ELEMENT, number).replace(ENTRY, "\\E\\..+\\Q");
        return Pattern.compile(setting.form().is(Sort.ELEMENTS) ? all + "(" + Names.INDEX + ")?" : all);
    }

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
        return setting.form().is(Sort.ELEMENTS) || key.contains(ELEMENT) || key.contains(ENTRY);
    }

    /** Whether {@code key} is one of its keys. */
    boolean reads(String key) {
        return keys.matcher(key).matches();
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

    /** Adds the components of a section or of a group in it. */
    private static void addGroup(Class<?> type, Group group, List<Declared> all) {
        for (Setting setting : Setting.of(type, group.prefix)) {
            boolean isLive = group.isLive || (setting.isLive() && !group.isElement());
            Declared declared = new Declared(setting.key(), setting, group.section, group.within, isLive);
            declared.addAsHolder(all);
            add(declared, setting.form(), all);
        }
    }

    /** Adds a group or what holds some, unless it is there anyhow and there is nothing to say of it. */
    private void addAsHolder(List<Declared> all) {
        if (isHolder() && (!setting.form().is(Sort.GROUP) || mayBeAbsent())) {
            all.add(this);
        }
    }

    /** Adds what {@code form}, that of {@code declared} or of what that holds, is made of. */
    private static void add(Declared declared, Form form, List<Declared> all) {
        switch (form.sort()) {
            case SCALAR, SECRET -> all.add(declared);
            case OPTIONAL -> add(declared, form.content(), all);
            case ELEMENTS -> addElements(declared, form.content(), all);
            case ENTRIES -> add(declared.inside(ENTRY), form.content(), all);
            case GROUP -> addGroup(form.type(), declared.asGroup(), all);
        }
    }

    private static void addElements(Declared declared, Form content, List<Declared> all) {
        if (content.is(Sort.GROUP)) {
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
