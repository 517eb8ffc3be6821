package dev.renum.health.library;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A library, as an archive shows it.
 *
 * @param group the group of its coordinates, or {@code null} if nothing tells it
 * @param name the name of its artifact; the name of the file, if nothing tells it better
 * @param version its version, or {@code null} if nothing tells it
 * @param evidence everything that agrees on the version, or on the name if there is no version; best first, unmodifiable
 * @param location the archive in which it is
 * @param shaded whether it is only a part of that archive, perhaps under other names of packages
 */
public record Library(
        @Nullable String group,
        String name,
        @Nullable String version,
        Set<Evidence> evidence,
        String location,
        boolean shaded) {
    /** Copies {@code evidence}. */
    public Library {
        requireNonNull(name, "name");
        requireNonNull(location, "location");
        Set<Evidence> copy = EnumSet.noneOf(Evidence.class);
        copy.addAll(evidence);
        evidence = Collections.unmodifiableSet(copy);
    }

    /** Group and name, or the name alone where the group is not known. */
    public String coordinates() {
        return group == null ? name : group + ":" + name;
    }

    /** Whether it is the artifact; only {@code pom.properties} is believed about a group that differs. */
    public boolean is(String otherGroup, String otherName) {
        return name.equals(otherName)
                && (group == null || group.equals(otherGroup) || !evidence.contains(Evidence.POM_PROPERTIES));
    }
}
