package dev.renum.config.bind;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.Names;
import dev.renum.core.Finding;
import dev.renum.core.Masking;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one load, each with its place; takes back what another one explains. */
public final class ProblemLog {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> problem.finding().severity())
            .reversed()
            .thenComparingInt(problem -> problem.origin().ordinal())
            .thenComparing(problem -> problem.origin().source())
            .thenComparingInt(problem -> problem.origin().line())
            .thenComparingInt(problem -> problem.origin().column())
            .thenComparing(Problem::key);

    private final Resolver resolver;
    private final Excerpts excerpts;
    private final PastedSecrets pasted;
    private final List<Problem> problems = new ArrayList<>();

    /** A log of problems with what {@code resolver} has, and {@code keys} and {@code catalog} declare. */
    ProblemLog(Resolver resolver, Keys keys, Catalog catalog) {
        this.resolver = resolver;
        this.excerpts = new Excerpts(resolver, catalog);
        this.pasted = new PastedSecrets(keys, catalog);
    }

    /** What problems show of their places. */
    Excerpts excerpts() {
        return excerpts;
    }

    /** What a rule of the section {@code prefix} found; its subject is a key relative to the section. */
    public void rule(String prefix, Class<?> rule, Finding finding, Collection<String> secrets) {
        String subject = Masking.mask(finding.subject(), secrets);
        rule(subject.isEmpty() ? prefix : prefix + "." + subject, Origin.code(rule), finding, secrets);
    }

    /** What the rule {@code declaration} of the host found; its subject is a whole key. */
    public void rule(Origin declaration, Finding finding, Collection<String> secrets) {
        rule(Masking.mask(finding.subject(), secrets), declaration, finding, secrets);
    }

    private void rule(String key, Origin declaration, Finding finding, Collection<String> secrets) {
        String message = Masking.mask(finding.message(), secrets);
        String cure = finding.cure() == null ? null : Masking.mask(finding.cure(), secrets);
        Finding scrubbed = new Finding(finding.code(), finding.severity(), key, message, cure);
        Origin place = resolver.places().of(key, declaration);
        add(excerpts.addTo(Problem.of(scrubbed, key, place).rejectedBy(declaration)));
    }

    /** What a general rule found about {@code setting}, unless a rule of its section has found the same. */
    public void general(BoundSetting setting, Finding finding) {
        String key = setting.key();
        boolean isKnown = problems.stream()
                .anyMatch(problem ->
                        problem.key().equals(key) && problem.finding().code().equals(finding.code()));
        if (isKnown) {
            return;
        }
        List<Origin> shadowed = resolver.sources().origins(key).stream().skip(1).toList();
        Origin declaration = setting.setting().declaration();
        add(new Problem(finding, key, setting.origin(), declaration, shadowed, List.of(), excerpts.of(setting)));
    }

    /** Notes a problem, without what stands below the key of a secret. */
    public void add(Problem problem) {
        add(problem, problem.key());
    }

    /** Notes a problem with the key {@code written}, of which it may tell a part only. */
    void add(Problem problem, String written) {
        problems.add(pasted.hiddenIn(problem, written));
    }

    /** Notes all of {@code more} likewise. */
    void addAll(Collection<Problem> more) {
        more.forEach(this::add);
    }

    /** Takes back every missing value: with a source that could not be read, nobody knows what is missing. */
    void forgetMissing() {
        problems.removeIf(problem -> problem.is(ConfigCode.MISSING_VALUE));
    }

    /** Takes back that {@code keys} are missing, because each is only misspelled and reported as such. */
    void forgetMissing(Collection<String> keys) {
        problems.removeIf(problem -> problem.is(ConfigCode.MISSING_VALUE) && keys.contains(problem.key()));
    }

    /** Takes back that values below {@code key} are missing, because something else stands there and is reported as such. */
    void forgetMissingBelow(String key) {
        problems.removeIf(problem -> problem.is(ConfigCode.MISSING_VALUE) && Names.isIn(problem.key(), key));
    }

    boolean isMissing(String key) {
        return problems.stream()
                .anyMatch(problem ->
                        problem.is(ConfigCode.MISSING_VALUE) && problem.key().equals(key));
    }

    /** All problems, errors first, then in the order of sources and places. */
    public List<Problem> sorted() {
        return problems.stream().sorted(BY_PLACE).toList();
    }
}
