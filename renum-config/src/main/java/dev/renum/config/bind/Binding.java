package dev.renum.config.bind;

import dev.renum.config.report.Explanation;
import dev.renum.config.report.OptimizationReport;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.Names;
import dev.renum.config.source.Sources;
import dev.renum.core.Masking;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections of one environment as records, with every setting in them and every problem on the way there. */
public final class Binding {
    private final Sources sources;
    private final Awaited awaited;
    private final Keys keys;
    private final SecretTexts secrets;
    private final Records records;
    private final Map<String, BoundSetting> settings = new LinkedHashMap<>();
    private final Reasons reasons;
    private final List<Problem> problems;

    Binding(
            Sources sources,
            Awaited awaited,
            Keys keys,
            SecretTexts secrets,
            Records records,
            Collection<BoundSetting> settings,
            Reasons reasons,
            List<Problem> problems) {
        this.sources = sources;
        this.awaited = awaited;
        this.keys = keys;
        this.secrets = secrets;
        this.records = records;
        settings.forEach(setting -> this.settings.put(setting.key(), setting));
        this.reasons = reasons;
        this.problems = problems;
    }

    /** The same sources with other values. */
    Binding with(Records records, Collection<BoundSetting> settings) {
        return new Binding(sources, awaited, keys, secrets, records, settings, reasons, problems);
    }

    /** What was bound. */
    public Sources sources() {
        return sources;
    }

    /** Whether it was bound without the process that will run there. */
    public boolean isOffline() {
        return awaited.isOffline();
    }

    /** The keys under {@code prefix} that only a deployment will set; their values, if there are any, stand in for them and are nobody's. */
    public List<String> awaitedUnder(String prefix) {
        return awaited.keys().stream()
                .filter(key -> Names.isWithin(key, prefix))
                .toList();
    }

    /** The keys of {@code section}, and of no other, that only a deployment will set. */
    public List<String> awaitedIn(Class<?> section) {
        return List.copyOf(awaited.keysIn(section));
    }

    /** The records of the sections that could be created, in the order of the sections. */
    public Map<Class<?>, Object> records() {
        return records.sections();
    }

    /** The same, and what they were created of. */
    Records created() {
        return records;
    }

    /** Every setting that has a usable value, by key. */
    public Map<String, BoundSetting> settings() {
        return Collections.unmodifiableMap(settings);
    }

    /** The setting that {@code key} sets, if there is one. */
    public Optional<BoundSetting> find(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** The values under {@code prefix}, or all if it is empty, that must not appear in any text, longest first. */
    public List<String> secretsUnder(String prefix) {
        Stream<String> bound = settings.values().stream()
                .filter(setting -> Names.isWithin(setting.key(), prefix))
                .flatMap(setting -> setting.secrets().stream());
        return Stream.concat(secrets.under(prefix).stream(), bound)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /**
     * Why {@code key}, or each setting in the group that it is, has the value that it has, usable or not.
     *
     * @throws IllegalArgumentException if no section has such a setting or group; says what may have been meant
     */
    public Explanation explain(String key) {
        return explain(key, Map.of());
    }

    /** The same where {@code pending}, by key, waits for a restart. */
    public Explanation explain(String key, Map<String, Explanation.Pending> pending) {
        return new Explanations(reasons, settings, pending).of(key);
    }

    /** What came of the defaults that depend on the environment and on the machine. */
    public OptimizationReport optimizations() {
        return reasons.optimizations(settings);
    }

    /** The same, where some sections refuse what they would have, with their reasons. */
    Binding rejected(Map<Class<?>, String> reasonsBySection) {
        ProblemLog log = log();
        reasonsBySection.forEach((section, reason) -> rejected(section, reason, log));
        return new Binding(sources, awaited, keys, secrets, records, settings.values(), reasons, log.sorted());
    }

    private void rejected(Class<?> section, String reason, ProblemLog log) {
        String prefix = Binder.prefix(section);
        String message = Masking.mask(reason, secretsUnder(prefix));
        Resolver resolver = reasons.resolver();
        new BindingProblems(resolver, log)
                .rejected(
                        prefix,
                        Origin.declaration(section),
                        message,
                        resolver.places().first(keys, prefix));
    }

    /** A log of its own that has what was wrong so far, for those who look for more. */
    public ProblemLog log() {
        ProblemLog log = new ProblemLog(reasons.resolver(), keys, reasons.catalog());
        log.addAll(problems);
        return log;
    }
}
