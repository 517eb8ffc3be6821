package dev.renum.config.rule;

import dev.renum.config.bind.ProblemLog;
import dev.renum.config.bind.Suggestions;
import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.report.RuleCode;
import dev.renum.config.report.Waived;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes out of a report what the host accepts, and says which waivers should go. */
public final class Waivers {
    private final List<Waiver> waivers;
    private final LocalDate today;

    /** The waivers as they stand on the day {@code today}. */
    public Waivers(List<Waiver> waivers, LocalDate today) {
        this.waivers = List.copyOf(waivers);
        this.today = today;
    }

    /**
     * The report of everything in {@code problems}.
     *
     * @param isJudged whether every rule could run, so that a waiver that nothing needed is needed by nothing
     */
    public ConfigReport report(String application, Environment environment, ProblemLog problems, boolean isJudged) {
        List<Problem> found = problems.sorted();
        Map<Problem, Waiver> waived = new LinkedHashMap<>();
        for (Problem problem : found) {
            longest(problem).ifPresent(waiver -> waived.put(problem, waiver));
        }
        for (Waiver waiver : waivers) {
            if (waiver.hasExpired(today)) {
                problems.add(expired(waiver));
            } else if (isJudged && found.stream().noneMatch(waiver::covers)) {
                problems.add(unused(waiver, environment));
            }
        }
        List<Problem> counting =
                problems.sorted().stream().filter(it -> !waived.containsKey(it)).toList();
        List<Waived> accepted = waived.entrySet().stream()
                .map(it -> new Waived(
                        it.getKey(), it.getValue().reason(), it.getValue().expires()))
                .toList();
        return new ConfigReport(application, environment, counting, accepted);
    }

    /** Of several waivers for {@code problem} the one that holds longest, because it says when the problem counts again. */
    private Optional<Waiver> longest(Problem problem) {
        return waivers.stream()
                .filter(waiver -> waiver.covers(problem) && !waiver.hasExpired(today))
                .max(Comparator.comparing(Waiver::expires));
    }

    private static Problem expired(Waiver waiver) {
        String message = "has expired on " + waiver.expires() + " and accepts nothing any more";
        return problem(
                waiver, Finding.of(ConfigCode.WAIVER_EXPIRED, waiver.toString(), message, "remove it, or decide anew"));
    }

    /** Elsewhere than in production, where no security rule is an error, a waiver for production has nothing to do. */
    private static Problem unused(Waiver waiver, Environment environment) {
        Finding finding = Finding.of(
                ConfigCode.WAIVER_UNUSED,
                waiver.toString(),
                "accepts something that no rule objects to",
                "remove it, or correct its code or key");
        return problem(waiver, environment.isProduction() ? finding : finding.withSeverity(Severity.INFO));
    }

    private static Problem problem(Waiver waiver, Finding finding) {
        Origin origin = Origin.of(waiver.toString(), Origin.Kind.CODE);
        List<String> rules = Arrays.stream(RuleCode.values()).map(RuleCode::id).toList();
        List<String> meant = rules.contains(waiver.code()) ? List.of() : Suggestions.of(waiver.code(), rules);
        return new Problem(finding, "", origin, null, List.of(), meant, null);
    }
}
