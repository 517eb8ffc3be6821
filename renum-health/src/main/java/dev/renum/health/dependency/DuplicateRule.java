package dev.renum.health.dependency;

import dev.renum.core.Severity;
import dev.renum.health.HealthCode;
import dev.renum.health.library.Inventory;
import dev.renum.health.library.Library;
import dev.renum.health.library.Overlap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One library, or one class, should be there once: the order of the class path decides which is used, and nobody decides the order. */
final class DuplicateRule {
    private static final int MAX_OVERLAPS = 20;

    private DuplicateRule() {}

    static void apply(Inventory inventory, Judgement judgement) {
        places(inventory).forEach((coordinates, libraries) -> {
            if (libraries.size() > 1 && isOne(List.copyOf(libraries.values()), inventory)) {
                duplicate(coordinates, List.copyOf(libraries.values()), judgement);
            }
        });
        overlaps(inventory, judgement);
    }

    /** By coordinates, then by archive. */
    private static Map<String, Map<String, Library>> places(Inventory inventory) {
        Map<String, Map<String, Library>> places = new LinkedHashMap<>();
        for (Library library : inventory.libraries()) {
            if (!library.shaded() && library.version() != null) {
                places.computeIfAbsent(library.coordinates(), name -> new LinkedHashMap<>())
                        .putIfAbsent(library.location(), library);
            }
        }
        return places;
    }

    /** Two libraries may have one name, {@code core} or {@code api}: without their groups, only common classes prove that they are one. */
    private static boolean isOne(List<Library> libraries, Inventory inventory) {
        Library first = libraries.get(0);
        return first.group() != null
                || inventory.overlaps().stream()
                        .anyMatch(overlap -> libraries.stream()
                                        .anyMatch(one -> one.location().equals(overlap.first()))
                                && libraries.stream()
                                        .anyMatch(one -> one.location().equals(overlap.second())));
    }

    private static void duplicate(String coordinates, List<Library> libraries, Judgement judgement) {
        List<String> versions = libraries.stream()
                .map(one -> String.valueOf(one.version()))
                .distinct()
                .toList();
        String places = String.join(
                "; ", libraries.stream().map(DuplicateRule::place).limit(10).toList());
        if (versions.size() == 1) {
            judgement.find(
                    HealthCode.DUPLICATE_LIBRARY,
                    Severity.INFO,
                    coordinates,
                    "is there " + libraries.size() + " times in the same version: " + places,
                    "take all but one away");
            return;
        }
        String target = versions.stream().max(VersionRange::compare).orElseThrow();
        judgement.add(new VersionConflict(
                VersionConflict.Kind.DUPLICATE,
                coordinates,
                versions,
                null,
                "the class path",
                target,
                Severity.WARNING));
        judgement.find(
                HealthCode.DUPLICATE_LIBRARY,
                coordinates,
                "is there in several versions, and the first one is used: " + places,
                "keep " + target + " alone");
    }

    private static String place(Library library) {
        return library.version() + " in " + library.location();
    }

    private static void overlaps(Inventory inventory, Judgement judgement) {
        Map<String, String> owners = owners(inventory);
        List<Overlap> strange = inventory.overlaps().stream()
                .filter(overlap -> !owner(owners, overlap.first()).equals(owner(owners, overlap.second())))
                .toList();
        strange.stream().limit(MAX_OVERLAPS).forEach(overlap -> overlap(overlap, judgement));
        if (strange.size() > MAX_OVERLAPS) {
            judgement.find(
                    HealthCode.DOUBLE_CLASSES,
                    Severity.INFO,
                    "class path",
                    "has " + (strange.size() - MAX_OVERLAPS) + " more pairs of jars with classes of the same name",
                    "begin with the pairs that are named");
        }
    }

    /** Which library an archive is. Two archives of one library are a duplicate already. */
    private static Map<String, String> owners(Inventory inventory) {
        Map<String, String> owners = new HashMap<>();
        inventory.libraries().stream()
                .filter(library -> !library.shaded() && library.version() != null)
                .forEach(library -> owners.putIfAbsent(library.location(), library.coordinates()));
        return owners;
    }

    private static String owner(Map<String, String> owners, String location) {
        return owners.getOrDefault(location, location);
    }

    private static void overlap(Overlap overlap, Judgement judgement) {
        boolean isHarmless = overlap.different() == 0;
        judgement.find(
                HealthCode.DOUBLE_CLASSES,
                isHarmless ? Severity.INFO : Severity.WARNING,
                overlap.first(),
                "has " + overlap.classes() + " classes that " + overlap.second() + " has as well, "
                        + (isHarmless ? "all alike" : overlap.different() + " of them different")
                        + ", in packages such as "
                        + String.join(", ", overlap.packages()),
                "exclude one of the two"
                        + (isHarmless ? "" : ": the order of the class path decides which one is used"));
    }
}
