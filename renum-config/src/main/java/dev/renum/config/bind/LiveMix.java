package dev.renum.config.bind;

import dev.renum.config.bind.RecordConstructor.NotAccessible;
import dev.renum.config.bind.RecordConstructor.Rejected;
import dev.renum.core.settings.Live;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be in force while the application runs, out of what runs and what the sources say next: the new values of components that are
 * {@link Live}, or lie in one that is, and the running values of all others.
 *
 * <p>A group that appears or disappears does so as a whole. What has not changed stays the same object.
 */
public final class LiveMix {
    private final Binding running;
    private final Binding next;
    private final Set<String> kept = new LinkedHashSet<>();

    private LiveMix(Binding running, Binding next) {
        this.running = running;
        this.next = next;
    }

    /** Mixes the two; a record that refuses its part of the mix is a problem in the result and missing there. */
    public static Binding of(Binding running, Binding next) {
        return new LiveMix(running, next).mix();
    }

    private Binding mix() {
        Map<Class<?>, Object> records = new LinkedHashMap<>();
        Map<Class<?>, String> rejections = new LinkedHashMap<>();
        next.records().forEach((section, after) -> {
            Record before = (Record) Objects.requireNonNull(running.records().get(section), "same sections");
            try {
                records.put(section, group(before, (Record) after, Binder.prefix(section)));
            } catch (Rejected e) {
                rejections.put(section, e.reason());
            }
        });
        Binding mixed = next.with(records, settings());
        rejections.forEach((section, reason) ->
                mixed.rejected(section, reason + ", together with running values that only a restart can change"));
        return mixed;
    }

    private Record group(Record before, Record after, String prefix) throws Rejected {
        if (before.equals(after)) {
            return before;
        }
        List<@Nullable Object> mixed = new ArrayList<>();
        for (Setting setting : Setting.of(after.getClass(), prefix)) {
            mixed.add(component(setting, value(setting, before), value(setting, after)));
        }
        try {
            return (Record) RecordConstructor.of(after.getClass()).create(mixed);
        } catch (NotAccessible e) {
            throw new IllegalStateException("it was created before: " + after.getClass(), e);
        }
    }

    private @Nullable Object component(Setting setting, @Nullable Object before, @Nullable Object after)
            throws Rejected {
        if (setting.isLive() || Objects.equals(before, after)) {
            return after;
        }
        if (setting.isGroup() && content(before) instanceof Record from && content(after) instanceof Record to) {
            Record mixed = group(from, to, setting.key());
            return before instanceof Optional<?> ? Optional.of(mixed) : mixed;
        }
        kept.add(setting.key());
        return before;
    }

    /** Those of the sources, except where the running value was kept. */
    private List<BoundSetting> settings() {
        List<BoundSetting> settings = new ArrayList<>();
        next.settings().values().stream().filter(it -> !isKept(it)).forEach(settings::add);
        running.settings().values().stream().filter(this::isKept).forEach(settings::add);
        return settings;
    }

    /** A list, a map and a group are kept with all that is in them. */
    private boolean isKept(BoundSetting setting) {
        String key = setting.setting().key();
        return kept.stream()
                .anyMatch(it -> key.startsWith(it)
                        && (key.length() == it.length() || ".[".indexOf(key.charAt(it.length())) >= 0));
    }

    private static @Nullable Object content(@Nullable Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static @Nullable Object value(Setting setting, Record record) throws Rejected {
        Method accessor = setting.component().getAccessor();
        try {
            if (!accessor.canAccess(record)) {
                accessor.setAccessible(true);
            }
            return accessor.invoke(record);
        } catch (InvocationTargetException e) {
            throw new Rejected(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("access was checked: " + accessor, e);
        }
    }
}
