package dev.renum.health.dependency;

import dev.renum.core.Severity;
import dev.renum.health.HealthCode;
import dev.renum.health.library.Library;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Members of a family must agree. Parts that a library has taken into itself do not count: it was tested with them. */
final class FamilyRule {
    private FamilyRule() {}

    static void apply(List<Library> libraries, Judgement judgement) {
        Family.ALL.forEach(family -> apply(family, members(family, libraries), judgement));
        annotations(libraries, judgement);
    }

    private static List<Library> members(Family family, List<Library> libraries) {
        return libraries.stream()
                .filter(library -> !library.shaded() && library.version() != null && family.has(library))
                .toList();
    }

    private static void apply(Family family, List<Library> members, Judgement judgement) {
        List<String> versions = versions(members);
        if (versions.stream().map(family::shared).distinct().count() > 1) {
            boolean isOneLine = Family.commonLine(versions).isPresent();
            conflict(family, members, isOneLine ? Severity.WARNING : Severity.ERROR, judgement);
        }
    }

    private static void conflict(Family family, List<Library> members, Severity severity, Judgement judgement) {
        List<String> found = found(members);
        String target = highest(versions(members));
        judgement.add(new VersionConflict(
                VersionConflict.Kind.FAMILY, family.name(), found, null, "the family", target, severity));
        judgement.find(
                HealthCode.FAMILY_DISAGREES,
                severity,
                family.name(),
                "its libraries are released together and differ: " + String.join("; ", found),
                family.cure() + " in version " + target + ", and do not name versions beside it");
    }

    /** Both Jacksons use the annotations of Jackson 2, which may be newer than the rest, but not older. */
    private static void annotations(List<Library> libraries, Judgement judgement) {
        Library annotations = first(libraries, "jackson-annotations");
        Library databind = first(libraries, "jackson-databind");
        String group = databind == null ? null : databind.group();
        if (annotations == null || databind == null || (group != null && group.startsWith("tools."))) {
            return;
        }
        String old = Family.line(String.valueOf(annotations.version()));
        String target = Family.line(String.valueOf(databind.version()));
        if (VersionRange.compare(old, target) < 0) {
            judgement.find(
                    HealthCode.FAMILY_DISAGREES,
                    Severity.ERROR,
                    "Jackson 2",
                    "jackson-annotations " + annotations.version() + " is older than jackson-databind "
                            + databind.version(),
                    "import com.fasterxml.jackson:jackson-bom in version " + databind.version());
        }
    }

    private static @Nullable Library first(List<Library> libraries, String name) {
        return libraries.stream()
                .filter(library -> !library.shaded()
                        && library.version() != null
                        && library.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Versions with their members, highest first. */
    private static List<String> found(List<Library> members) {
        Map<String, List<String>> byVersion = new TreeMap<>(((Comparator<String>) VersionRange::compare).reversed());
        members.forEach(member -> byVersion
                .computeIfAbsent(String.valueOf(member.version()), version -> new ArrayList<>())
                .add(member.name()));
        return byVersion.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + names(entry.getValue()))
                .toList();
    }

    private static String names(List<String> names) {
        List<String> distinct = names.stream().distinct().sorted().toList();
        int more = distinct.size() - 5;
        return String.join(", ", distinct.subList(0, Math.min(5, distinct.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static List<String> versions(List<Library> members) {
        return members.stream().map(member -> String.valueOf(member.version())).toList();
    }

    private static String highest(List<String> versions) {
        return versions.stream().max(VersionRange::compare).orElseThrow();
    }
}
