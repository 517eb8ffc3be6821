package dev.renum.config.bind;

import dev.renum.config.bind.RecordConstructor.NotAccessible;
import dev.renum.config.bind.RecordConstructor.Rejected;
import dev.renum.config.source.Names;
import dev.renum.core.settings.Live;
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
 * <p>A group that appears or disappears does so as a whole. A record is created again only if it is made of both.
 */
public final class LiveMix {
    private static final String TOGETHER = ", together with running values that only a restart can change";

    private final Binding running;
    private final Binding next;
    private final Records mixed = new Records();
    private final Set<String> kept = new LinkedHashSet<>();

    private LiveMix(Binding running, Binding next) {
        this.running = running;
        this.next = next;
    }

    /** Mixes the two; a record that refuses its part of the mix is a problem in the result and missing there. */
    public static Binding of(Binding running, Binding next) {
        return new LiveMix(running, next).mix();
    }

    /** Whether anything in {@code section} may change while the application runs. */
    public static boolean canChange(Class<?> section) {
        return Declared.of(section).stream().anyMatch(Declared::isLive);
    }

    private Binding mix() {
        Map<Class<?>, String> rejections = new LinkedHashMap<>();
        next.records().forEach((section, after) -> {
            Object before = Objects.requireNonNull(running.records().get(section), "same sections");
            try {
                mixed.put(section, group(before, after, Binder.prefix(section)));
            } catch (Rejected e) {
                rejections.put(section, e.reason() + TOGETHER);
            }
        });
        return next.with(mixed, settings()).rejected(rejections);
    }

    /** One of the two if it can be had whole, else a record of the values of both. */
    private Object group(Object before, Object after, String prefix) throws Rejected {
        List<@Nullable Object> from = running.created().argumentsOf(before);
        List<@Nullable Object> to = next.created().argumentsOf(after);
        if (from.equals(to)) {
            return adopted(before, running);
        }
        int keptElsewhere = kept.size();
        List<@Nullable Object> values = new ArrayList<>();
        for (Setting setting : Setting.of(after.getClass(), prefix)) {
            int i = values.size();
            values.add(component(setting, from.get(i), to.get(i)));
        }
        return kept.size() == keptElsewhere ? adopted(after, next) : create(after.getClass(), values);
    }

    private Object adopted(Object record, Binding from) {
        mixed.adopt(record, from.created());
        return record;
    }

    private Object create(Class<?> type, List<@Nullable Object> values) throws Rejected {
        try {
            return mixed.create(type, values);
        } catch (NotAccessible e) {
            throw new IllegalStateException("it was created before: " + type, e);
        }
    }

    private @Nullable Object component(Setting setting, @Nullable Object before, @Nullable Object after)
            throws Rejected {
        if (setting.isLive() || Objects.equals(before, after)) {
            return taken(after, next);
        }
        if (setting.isGroup() && content(before) instanceof Record from && content(after) instanceof Record to) {
            Object group = group(from, to, setting.key());
            return before instanceof Optional<?> ? Optional.of(group) : group;
        }
        kept.add(setting.key());
        return taken(before, running);
    }

    private @Nullable Object taken(@Nullable Object value, Binding from) {
        if (content(value) instanceof Record record && from.created().has(record)) {
            mixed.adopt(record, from.created());
        }
        return value;
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
        return kept.stream().anyMatch(it -> Names.isOf(key, it));
    }

    private static @Nullable Object content(@Nullable Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }
}
