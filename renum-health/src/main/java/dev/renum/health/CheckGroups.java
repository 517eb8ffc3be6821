package dev.renum.health;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.text.NearestName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which checks belong to which group. Immutable; {@link #with} returns a changed copy. */
final class CheckGroups {
    static final CheckGroups NONE = new CheckGroups(Map.of());
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Map<String, Set<String>> members;

    private CheckGroups(Map<String, Set<String>> members) {
        this.members = members;
    }

    /**
     * These, and a group {@code name} of {@code checks}.
     *
     * @throws IllegalArgumentException if the name is taken or not allowed, or the group has no check
     */
    CheckGroups with(String name, String... checks) {
        if (!NAME.matcher(name).matches() || checks.length == 0) {
            throw new IllegalArgumentException(
                    "group '" + name + "' of " + List.of(checks)
                            + " is not allowed: use a name of 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit, and at least one check");
        }
        Map<String, Set<String>> more = new LinkedHashMap<>(members);
        if (more.put(name, new LinkedHashSet<>(List.of(checks))) != null) {
            throw new IllegalArgumentException("there is already a group '" + name + "'; names must be unique");
        }
        return new CheckGroups(more);
    }

    /**
     * Refuses a group of a check that is not there.
     *
     * @throws IllegalArgumentException if there is one
     */
    void refuseUnknown(Collection<CheckSpec> specs) {
        Set<String> known = specs.stream().map(CheckSpec::name).collect(Collectors.toCollection(LinkedHashSet::new));
        members.forEach((group, checks) ->
                checks.stream().filter(check -> !known.contains(check)).forEach(check -> refuse(group, check, known)));
    }

    private static void refuse(String group, String check, Set<String> known) {
        throw new IllegalArgumentException(
                "group '" + group + "' has '" + check + "', which is no check: " + NearestName.hint(check, known));
    }

    /** The groups as {@code checks} are now; what is not among these counts for nothing. */
    Map<String, HealthGroup> in(Map<String, CheckState> checks) {
        Map<String, HealthGroup> groups = new LinkedHashMap<>();
        members.forEach((name, names) -> groups.put(name, group(name, names, checks)));
        return groups;
    }

    private static HealthGroup group(String name, Set<String> names, Map<String, CheckState> checks) {
        List<CheckState> states =
                names.stream().map(checks::get).filter(Objects::nonNull).toList();
        HealthStatus status =
                states.stream().map(CheckState::status).reduce(HealthStatus.DISABLED, HealthStatus::worse);
        List<CheckState> causes = states.stream()
                .filter(state -> !state.status().isServing())
                .map(state -> causeOf(state, checks))
                .distinct()
                .toList();
        return new HealthGroup(name, status, states, causes);
    }

    private static CheckState causeOf(CheckState failed, Map<String, CheckState> checks) {
        String cause = failed.symptomOf();
        return cause == null ? failed : checks.getOrDefault(cause, failed);
    }
}
