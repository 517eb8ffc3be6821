package dev.renum.health.dependency;

import dev.renum.health.HealthCode;
import dev.renum.health.dependency.CompatibilityReport.Verdict;
import dev.renum.health.dependency.DependencyInfo.Confidence;
import dev.renum.health.dependency.DependencyInfo.Kind;
import dev.renum.health.dependency.DependencyInfo.State;
import java.util.List;
import java.util.stream.Collectors;

/** Compares the Java of this JVM with what is required. */
final class JavaRule {
    private JavaRule() {}

    static void apply(Runtime.Version running, List<Requirement> requirements, Judgement judgement) {
        String version = text(running);
        List<Requirement> asked = requirements.stream()
                .filter(requirement -> requirement.kind() == Kind.JAVA)
                .toList();
        List<Requirement> broken =
                asked.stream().filter(one -> !one.range().contains(version)).toList();
        judgement.add(new DependencyInfo(
                Kind.JAVA,
                "java",
                version,
                Confidence.CERTAIN,
                "the JVM",
                null,
                asked.stream().map(Requirement::text).toList(),
                broken.isEmpty() ? State.PRESENT : State.OUT_OF_RANGE));
        asked.stream()
                .filter(one -> !broken.contains(one))
                .forEach(one -> judgement.compare(one, version, Verdict.FITS));
        broken.forEach(one -> judgement.conflict(
                HealthCode.JAVA_OUT_OF_RANGE, HealthCode.JAVA_OUT_OF_RANGE.severity(), one, version, ""));
    }

    /** {@code 17.0.12}; {@code 27-rc} for an early access build, which comes before 27 in the order of Maven as it does here. */
    static String text(Runtime.Version running) {
        String numbers = running.version().stream().map(String::valueOf).collect(Collectors.joining("."));
        return numbers + (running.pre().isPresent() ? "-rc" : "");
    }
}
