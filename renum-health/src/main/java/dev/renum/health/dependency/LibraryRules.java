package dev.renum.health.dependency;

import dev.renum.core.Severity;
import dev.renum.health.HealthCode;
import dev.renum.health.dependency.CompatibilityReport.Verdict;
import dev.renum.health.dependency.DependencyInfo.Confidence;
import dev.renum.health.dependency.DependencyInfo.Kind;
import dev.renum.health.dependency.DependencyInfo.State;
import dev.renum.health.library.Evidence;
import dev.renum.health.library.Inventory;
import dev.renum.health.library.Library;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares the libraries that are there with those that are required. */
final class LibraryRules {
    private final List<Library> libraries;
    private final List<Requirement> requirements;
    private final Judgement judgement;
    private final Map<Library, State> states = new HashMap<>();
    private final Map<Library, List<String>> asked = new HashMap<>();

    private LibraryRules(Inventory inventory, List<Requirement> requirements, Judgement judgement) {
        this.libraries = inventory.libraries();
        this.requirements = requirements.stream()
                .filter(requirement -> requirement.kind() == Kind.LIBRARY)
                .toList();
        this.judgement = judgement;
    }

    static void apply(Inventory inventory, List<Requirement> requirements, Judgement judgement) {
        LibraryRules rules = new LibraryRules(inventory, requirements, judgement);
        rules.requirements.forEach(rules::require);
        rules.libraries.forEach(rules::show);
        DuplicateRule.apply(inventory, judgement);
        FamilyRule.apply(inventory.libraries(), judgement);
        LoggingRule.apply(inventory.libraries(), judgement);
    }

    private void require(Requirement requirement) {
        Optional<Library> found = find(requirement);
        if (found.isEmpty()) {
            absent(requirement);
            return;
        }
        Library library = found.get();
        asked.computeIfAbsent(library, key -> new ArrayList<>()).add(requirement.text());
        String version = library.version();
        if (version == null) {
            unknown(requirement, library);
        } else if (requirement.range().contains(version)) {
            judgement.compare(requirement, version, Verdict.FITS);
        } else {
            states.put(library, State.OUT_OF_RANGE);
            Severity severity = isUncertain(requirement, library) ? Severity.WARNING : Severity.ERROR;
            judgement.conflict(HealthCode.LIBRARY_OUT_OF_RANGE, severity, requirement, version, place(library));
        }
    }

    /** The first on the class path is the one that is used; a part of another jar only if there is no other. */
    private Optional<Library> find(Requirement requirement) {
        return libraries.stream()
                .filter(library -> library.is(requirement.group(), requirement.artifact()))
                .min(Comparator.comparing(Library::shaded));
    }

    private void absent(Requirement requirement) {
        judgement.compare(requirement, null, Verdict.ABSENT);
        if (requirement.optional()) {
            return;
        }
        judgement.add(new DependencyInfo(
                Kind.LIBRARY,
                requirement.name(),
                null,
                Confidence.NONE,
                "",
                null,
                List.of(requirement.text()),
                State.MISSING));
        String target = requirement
                .range()
                .lowest()
                .map(lowest -> ", at least " + lowest)
                .orElse("");
        judgement.find(
                HealthCode.LIBRARY_MISSING,
                requirement.name(),
                "is not on the class path, and " + requirement.requiredBy() + " asks for " + requirement.range()
                        + requirement.purpose(),
                "add it in a version within " + requirement.range() + target);
    }

    private void unknown(Requirement requirement, Library library) {
        states.putIfAbsent(library, State.UNKNOWN);
        judgement.compare(requirement, null, Verdict.UNKNOWN);
        judgement.find(
                HealthCode.LIBRARY_VERSION_UNKNOWN,
                requirement.name(),
                "is there" + place(library) + ", and nothing tells its version; " + requirement.requiredBy()
                        + " asks for " + requirement.range(),
                "use the jar as it was published, under its name, or keep its META-INF/maven and its manifest");
    }

    private static boolean isUncertain(Requirement requirement, Library library) {
        return requirement.optional() || library.shaded() || confidence(library) == Confidence.GUESSED;
    }

    private void show(Library library) {
        judgement.add(new DependencyInfo(
                Kind.LIBRARY,
                library.coordinates(),
                library.version(),
                confidence(library),
                library.evidence().stream().map(Evidence::text).collect(Collectors.joining(", ")),
                library.location(),
                asked.getOrDefault(library, List.of()),
                states.getOrDefault(library, State.PRESENT)));
    }

    static Confidence confidence(Library library) {
        if (library.version() == null) {
            return Confidence.NONE;
        }
        if (library.evidence().contains(Evidence.POM_PROPERTIES)) {
            return library.shaded() ? Confidence.LIKELY : Confidence.CERTAIN;
        }
        if (library.evidence().size() > 1) {
            return Confidence.CERTAIN;
        }
        return library.evidence().contains(Evidence.MANIFEST) ? Confidence.LIKELY : Confidence.GUESSED;
    }

    private static String place(Library library) {
        return " in " + library.location();
    }
}
