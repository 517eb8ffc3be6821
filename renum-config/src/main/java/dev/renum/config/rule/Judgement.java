package dev.renum.config.rule;

import dev.renum.config.bind.Binding;
import dev.renum.config.bind.ProblemLog;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.report.RuleCode;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What general rules judge, and where they put what they find. */
final class Judgement {
    private final Binding binding;
    private final Environment environment;
    private final ProblemLog problems;
    private final List<Judged> settings;
    private final List<Judged> telling;
    private @Nullable Map<List<String>, List<Judged>> groups;

    Judgement(Binding binding, Environment environment, ProblemLog problems) {
        this.binding = binding;
        this.environment = environment;
        this.problems = problems;
        this.settings = binding.settings().values().stream()
                .filter(setting -> setting.value() != null)
                .map(Judged::new)
                .toList();
        this.telling = settings.stream().filter(Judged::isTelling).toList();
    }

    /** Every setting that has a value. */
    List<Judged> settings() {
        return settings;
    }

    /** Those that are a text, a switch or a secret: most are numbers and durations, and only rules about figures ask for these. */
    List<Judged> telling() {
        return telling;
    }

    /** The settings that may have a value and have none. */
    Stream<Judged> unset() {
        return binding.settings().values().stream()
                .filter(setting -> setting.value() == null)
                .map(Judged::new);
    }

    /** Whether somebody wants it like that: outside production, a default may be what only a developer wants. */
    boolean isDeliberate(Judged setting) {
        return environment.isProduction() || !setting.bound().isDefault();
    }

    Environment environment() {
        return environment;
    }

    /** The settings that stand directly in {@code group}. */
    Stream<Judged> in(List<String> group) {
        if (groups == null) { // few configurations have a setting that is judged by what stands beside it
            groups = settings.stream().collect(Collectors.groupingBy(Judged::group));
        }
        return groups.getOrDefault(group, List.of()).stream();
    }

    /** The settings in {@code group} whose name passes. */
    Stream<Judged> in(List<String> group, Predicate<String> name) {
        return in(group).filter(setting -> name.test(setting.name()));
    }

    /** Notes what {@code code} says about {@code setting}; the message goes on after its key. */
    void found(RuleCode code, Judged setting, String message, String cure) {
        found(code, code.severityIn(environment), setting, message, cure);
    }

    void found(RuleCode code, Severity severity, Judged setting, String message, String cure) {
        if (code.holdsIn(environment)) {
            Finding finding = new Finding(code.id(), severity, setting.bound().key(), message, cure);
            problems.general(setting.bound(), finding);
        }
    }

    /** Notes what {@code code} says about a source or a file, at {@code origin}. */
    void found(RuleCode code, String key, Origin origin, String message, String cure) {
        if (code.holdsIn(environment)) {
            String subject = key.isEmpty() ? origin.source() : key;
            Finding finding = new Finding(code.id(), code.severityIn(environment), subject, message, cure);
            problems.add(Problem.of(finding, key, origin));
        }
    }
}
