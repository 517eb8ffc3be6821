package dev.renum.config;

import dev.renum.config.bind.Binding;
import dev.renum.config.bind.Differences;
import dev.renum.config.report.Change;
import dev.renum.config.report.ConfigChange;
import dev.renum.config.report.Explanation;
import dev.renum.config.report.Explanation.Pending;
import dev.renum.config.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A configuration in force, with all that is known of it.
 *
 * @param number counts from 1
 * @param content what was read
 * @param offered what the sources say
 * @param binding what is in force: the same, but for values that wait for a restart
 * @param config what the host gets of it
 * @param pending what a restart would change
 */
record Generation(
        long number,
        Content content,
        Binding offered,
        Binding binding,
        EnvironmentConfig config,
        List<Change> pending) {
    /** The configuration of the start. */
    static Generation first(Content content, Candidate candidate) {
        return new Generation(1, content, candidate.binding(), candidate.binding(), candidate.accepted(), List.of());
    }

    /** The one that follows, of which {@code mixed} may be in force of what {@code candidate} offers. */
    Generation next(Content content, Candidate candidate, Candidate mixed) {
        List<Change> pending = Differences.between(mixed.binding(), candidate.binding(), Set.of()).stream()
                .map(change -> new Change(change.key(), change.before(), change.after(), change.isSecret(), true))
                .toList();
        return new Generation(number + 1, content, candidate.binding(), mixed.binding(), mixed.accepted(), pending);
    }

    /** The same, read once more. */
    Generation of(Content content) {
        return new Generation(number, content, offered, binding, config, pending);
    }

    /** The same under the number of another one, from which it does not differ in any value. */
    Generation numbered(long number) {
        return new Generation(number, content, offered, binding, config, pending);
    }

    /** What is different from {@code before}, or will be after a restart. */
    ConfigChange since(Generation before) {
        Set<String> waiting = pending.stream().map(Change::key).collect(Collectors.toSet());
        return new ConfigChange(number, Differences.between(before.offered, offered, waiting));
    }

    /** The warnings that {@code before} does not have. */
    List<Problem> warningsSince(Generation before) {
        Set<Problem> known = Set.copyOf(before.config.warnings());
        return config.warnings().stream()
                .filter(problem -> !known.contains(problem))
                .toList();
    }

    /** Why {@code key} has the value that it has, and which one it will have after a restart. */
    Explanation explain(String key) {
        Map<String, Pending> waiting = pending.stream().collect(Collectors.toMap(Change::key, this::waiting));
        return binding.explain(key, waiting);
    }

    private Pending waiting(Change change) {
        return new Pending(change, offered.explain(change.key()).origin());
    }

    /** The texts that no message may contain, longest first. */
    List<String> secrets() {
        return Stream.of(offered, binding)
                .flatMap(one -> one.secretsUnder("").stream())
                .distinct()
                .toList();
    }
}
