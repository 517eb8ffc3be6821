package dev.renum.health.dependency;

import dev.renum.core.Finding;
import dev.renum.core.Masking;
import dev.renum.core.Severity;
import dev.renum.health.HealthCode;
import dev.renum.health.dependency.CompatibilityReport.Comparison;
import dev.renum.health.dependency.CompatibilityReport.Verdict;
import dev.renum.health.dependency.DependencyInfo.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what the rules say. Not safe for use by several threads; {@link #copy()} hands over. */
final class Judgement {
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_FINDINGS = 1_000;

    private final List<Finding> findings = new ArrayList<>();
    private final List<VersionConflict> conflicts = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<DependencyInfo> all = new ArrayList<>();
    private int untold;
    private @Nullable Finding gravestUntold;

    Judgement copy() {
        Judgement copy = new Judgement();
        copy.findings.addAll(findings);
        copy.conflicts.addAll(conflicts);
        copy.comparisons.addAll(comparisons);
        copy.all.addAll(all);
        copy.untold = untold;
        copy.gravestUntold = gravestUntold;
        return copy;
    }

    void find(HealthCode code, String subject, String message, @Nullable String cure) {
        find(code, code.severity(), subject, message, cure);
    }

    /** Names of files and content of jars may be anything, so all text is masked and cut, here as in what follows. */
    void find(HealthCode code, Severity severity, String subject, String message, @Nullable String cure) {
        Finding finding = new Finding(code.id(), severity, clean(subject), clean(message), cleanOrNull(cure));
        if (findings.size() < MAX_FINDINGS) {
            findings.add(finding);
        } else {
            leaveOut(finding);
        }
    }

    private void leaveOut(Finding finding) {
        untold++;
        if (gravestUntold == null || finding.severity().compareTo(gravestUntold.severity()) > 0) {
            gravestUntold = finding;
        }
    }

    void add(VersionConflict conflict) {
        conflicts.add(new VersionConflict(
                conflict.kind(),
                clean(conflict.dependency()),
                clean(conflict.found()),
                conflict.required(),
                clean(conflict.requiredBy()),
                cleanOrNull(conflict.target()),
                conflict.severity()));
    }

    void add(DependencyInfo dependency) {
        all.add(new DependencyInfo(
                dependency.kind(),
                clean(dependency.name()),
                cleanOrNull(dependency.version()),
                dependency.confidence(),
                dependency.evidence(),
                cleanOrNull(dependency.location()),
                clean(dependency.requirements()),
                dependency.state()));
    }

    void compare(Requirement requirement, @Nullable String found, Verdict verdict) {
        comparisons.add(new Comparison(
                requirement.kind(),
                requirement.name(),
                cleanOrNull(found),
                requirement.range().toString(),
                clean(requirement.requiredBy()),
                requirement.optional(),
                verdict));
    }

    /** Records that what is there in version {@code found} does not fit, and what to do. */
    void conflict(HealthCode code, Severity severity, Requirement requirement, String found, String place) {
        compare(requirement, found, Verdict.DOES_NOT_FIT);
        String target = requirement
                .range()
                .lowest()
                .filter(lowest -> VersionRange.compare(lowest, found) > 0)
                .orElse(null);
        add(new VersionConflict(
                VersionConflict.Kind.OUT_OF_RANGE,
                requirement.name(),
                List.of(found),
                requirement.range().toString(),
                requirement.requiredBy(),
                target,
                severity));
        find(
                code,
                severity,
                requirement.name(),
                "is version " + found + place + ", and " + requirement.requiredBy() + " asks for " + requirement.range()
                        + requirement.purpose(),
                "use "
                        + (target == null
                                ? "a version within " + requirement.range()
                                : target + " or a later one within " + requirement.range()));
    }

    ValidationReport report(Instant at) {
        return report(at, ValidationStatus.of(told()));
    }

    ValidationReport report(Instant at, ValidationStatus status) {
        List<DependencyInfo> missing = all.stream()
                .filter(info -> info.state() == State.MISSING || info.state() == State.UNREACHABLE)
                .toList();
        List<Finding> sorted = told().stream()
                .sorted(Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::code))
                .toList();
        return new ValidationReport(at, status, missing, conflicts, sorted, all);
    }

    /** What was left out must not make a report better than it is. */
    private List<Finding> told() {
        Finding gravest = gravestUntold;
        if (gravest == null) {
            return findings;
        }
        List<Finding> told = new ArrayList<>(findings);
        told.add(new Finding(
                gravest.code(),
                gravest.severity(),
                gravest.subject(),
                gravest.message() + "; " + untold
                        + " findings, of which none is graver than this, are too many to be told",
                gravest.cure()));
        return told;
    }

    CompatibilityReport compatibility(Instant at) {
        return compatibility(at, compatibilityStatus());
    }

    CompatibilityReport compatibility(Instant at, ValidationStatus status) {
        return new CompatibilityReport(at, status, comparisons, conflicts);
    }

    /** Required things that are absent or do not fit make it invalid; a version that only a guess tells does not. */
    private ValidationStatus compatibilityStatus() {
        boolean isInvalid =
                conflicts.stream().anyMatch(conflict -> conflict.severity().compareTo(Severity.ERROR) >= 0)
                        || comparisons.stream().anyMatch(line -> line.verdict() == Verdict.ABSENT && !line.optional());
        boolean isDoubtful =
                !conflicts.isEmpty() || comparisons.stream().anyMatch(line -> line.verdict() == Verdict.UNKNOWN);
        if (isInvalid) {
            return ValidationStatus.INVALID;
        }
        return isDoubtful ? ValidationStatus.WARNINGS : ValidationStatus.VALID;
    }

    private static List<String> clean(List<String> texts) {
        return texts.stream().map(Judgement::clean).toList();
    }

    private static @Nullable String cleanOrNull(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    private static String clean(String text) {
        String masked = Masking.mask(text); // before it is cut: of half a secret nobody knows that it is one
        return masked.length() > MAX_TEXT ? masked.substring(0, MAX_TEXT) + "…" : masked;
    }
}
