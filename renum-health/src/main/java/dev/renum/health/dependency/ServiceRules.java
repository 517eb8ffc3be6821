package dev.renum.health.dependency;

import dev.renum.core.Severity;
import dev.renum.core.health.HealthStatus;
import dev.renum.health.CheckState;
import dev.renum.health.HealthCode;
import dev.renum.health.HealthSnapshot;
import dev.renum.health.dependency.CompatibilityReport.Verdict;
import dev.renum.health.dependency.DependencyInfo.Confidence;
import dev.renum.health.dependency.DependencyInfo.Kind;
import dev.renum.health.dependency.DependencyInfo.State;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the services that are required with what their checks say in a snapshot. */
final class ServiceRules {
    private static final int MAX_NAMES = 20;

    private final HealthSnapshot snapshot;
    private final Judgement judgement;

    private ServiceRules(HealthSnapshot snapshot, Judgement judgement) {
        this.snapshot = snapshot;
        this.judgement = judgement;
    }

    static void apply(HealthSnapshot snapshot, List<Requirement> requirements, Judgement judgement) {
        ServiceRules rules = new ServiceRules(snapshot, judgement);
        requirements.stream()
                .filter(requirement -> requirement.kind() == Kind.SERVICE)
                .forEach(rules::require);
    }

    /** Whether a service is required whose check has not said anything yet. */
    static boolean needsProbe(HealthSnapshot snapshot, List<Requirement> requirements) {
        return requirements.stream()
                .filter(requirement -> requirement.kind() == Kind.SERVICE)
                .map(requirement -> snapshot.checks().get(requirement.name()))
                .anyMatch(state -> state != null && state.lastRun() == null);
    }

    private void require(Requirement requirement) {
        CheckState state = snapshot.checks().get(requirement.name());
        if (state == null) {
            unwatched(requirement);
        } else if (snapshot.stale() || state.status() == HealthStatus.UNKNOWN) {
            notProbed(requirement);
        } else if (state.status().isServing()) {
            answering(requirement, state);
        } else {
            unreachable(requirement, state);
        }
    }

    private void unwatched(Requirement requirement) {
        judgement.compare(requirement, null, Verdict.ABSENT);
        if (requirement.optional()) {
            return;
        }
        show(requirement, null, State.MISSING);
        List<String> names =
                snapshot.checks().keySet().stream().limit(MAX_NAMES).toList();
        judgement.find(
                HealthCode.SERVICE_UNWATCHED,
                requirement.name(),
                "is required by " + requirement.requiredBy() + requirement.purpose()
                        + ", and no check has that name; there are " + names,
                "register a check of that name, or correct the name");
    }

    private void notProbed(Requirement requirement) {
        show(requirement, null, State.UNKNOWN);
        judgement.compare(requirement, null, Verdict.UNKNOWN);
        judgement.find(
                HealthCode.SERVICE_NOT_PROBED,
                requirement.name(),
                "nobody knows whether it answers; " + requirement.requiredBy() + " asks for it" + requirement.purpose(),
                "look again after the interval of its check");
    }

    private void unreachable(Requirement requirement, CheckState state) {
        show(requirement, null, State.UNREACHABLE);
        judgement.compare(requirement, null, Verdict.UNKNOWN);
        String message = state.message() == null ? "" : ": " + state.message();
        judgement.find(
                HealthCode.SERVICE_UNREACHABLE,
                requirement.optional() ? Severity.WARNING : HealthCode.SERVICE_UNREACHABLE.severity(),
                requirement.name(),
                "is " + state.status() + message + "; " + requirement.requiredBy() + " asks for it"
                        + requirement.purpose(),
                state.code() == null ? "look at its check" : "see " + state.code());
    }

    private void answering(Requirement requirement, CheckState state) {
        String told = state.result().version();
        Optional<String> version = told == null ? Optional.empty() : ServerVersion.in(told);
        if (version.isEmpty()) {
            versionUnknown(requirement, state, told);
        } else if (requirement.range().contains(version.get())) {
            show(requirement, version.get(), State.PRESENT);
            judgement.compare(requirement, version.get(), Verdict.FITS);
        } else {
            show(requirement, version.get(), State.OUT_OF_RANGE);
            Severity severity = requirement.optional() ? Severity.WARNING : HealthCode.SERVICE_OUT_OF_RANGE.severity();
            judgement.conflict(HealthCode.SERVICE_OUT_OF_RANGE, severity, requirement, version.get(), "");
        }
    }

    /** A check that is switched off tells nothing, on purpose. */
    private void versionUnknown(Requirement requirement, CheckState state, @Nullable String told) {
        show(requirement, null, State.UNKNOWN);
        judgement.compare(requirement, null, Verdict.UNKNOWN);
        if (state.status() == HealthStatus.DISABLED) {
            return;
        }
        judgement.find(
                HealthCode.SERVICE_VERSION_UNKNOWN,
                requirement.name(),
                (told == null
                                ? "answers, and its check does not tell its version; "
                                : "says '" + told + "', which is no version; ")
                        + requirement.requiredBy() + " asks for " + requirement.range(),
                "let its check return HealthResult.up().withVersion(…)");
    }

    private void show(Requirement requirement, @Nullable String version, State state) {
        judgement.add(new DependencyInfo(
                Kind.SERVICE,
                requirement.name(),
                version,
                version == null ? Confidence.NONE : Confidence.CERTAIN,
                version == null ? "" : "its check",
                null,
                List.of(requirement.text()),
                state));
    }
}
