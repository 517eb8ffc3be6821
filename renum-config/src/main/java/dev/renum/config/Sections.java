package dev.renum.config;

import dev.renum.config.bind.Binder;
import dev.renum.config.bind.SettingTypes;
import dev.renum.core.settings.Settings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The records to read: those of this module, and those that a host has added. */
final class Sections {
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*");

    private final Set<Class<?>> sections =
            new LinkedHashSet<>(List.of(ConfigSettings.class, OptimizationSettings.class));

    /**
     * Adds a section.
     *
     * @throws IllegalArgumentException if it is none, or its prefix is malformed or another section's
     */
    void add(Class<?> section) {
        Settings settings = section.getAnnotation(Settings.class);
        if (!section.isRecord() || settings == null) {
            throw new IllegalArgumentException(
                    section.getName() + " is not a section: use a record annotated @Settings(prefix = \"…\")");
        }
        checkPrefix(section, settings.prefix());
        SettingTypes.check(section);
        sections.add(section);
    }

    /** The sections in the order in which they came. */
    List<Class<?>> list() {
        return List.copyOf(sections);
    }

    private void checkPrefix(Class<?> section, String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("prefix '" + prefix + "' of " + section.getName()
                    + " is not allowed: use words of lower-case letters, digits or '-' separated by '.'");
        }
        for (Class<?> other : sections) {
            if (other != section && Binder.prefix(other).equals(prefix)) {
                throw new IllegalArgumentException("prefix '" + prefix + "' belongs to both " + other.getName()
                        + " and " + section.getName() + ": each section needs its own");
            }
        }
    }
}
