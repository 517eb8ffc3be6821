package dev.renum.config.bind;

import static java.util.stream.Collectors.joining;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Excerpt;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.report.Shown;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Masking;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one load, each with the place and the words that a person needs. */
public final class ProblemLog {
    private static final int MAX_SHOWN = 10_000;
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> problem.finding().severity())
            .reversed()
            .thenComparingInt(problem -> problem.origin().ordinal())
            .thenComparing(problem -> problem.origin().source())
            .thenComparingInt(problem -> problem.origin().line())
            .thenComparingInt(problem -> problem.origin().column())
            .thenComparing(Problem::key);

    private final Resolver resolver;
    private final Catalog catalog;
    private final PastedSecrets pasted;
    private final List<Problem> problems = new ArrayList<>();

    /** A log of problems with what {@code resolver} has, and {@code keys} and {@code catalog} declare. */
    ProblemLog(Resolver resolver, Keys keys, Catalog catalog) {
        this.resolver = resolver;
        this.catalog = catalog;
        this.pasted = new PastedSecrets(keys, catalog);
    }

    /** What the conversion quotes, and what it takes the text for, would be a part of the secret. */
    void invalid(Setting setting, String key, String text, ConversionException e) {
        boolean isSecret = resolver.isSensitive(setting, key);
        String reason = String.valueOf(e.getMessage());
        String shown = text.isBlank() ? "" : shown(resolver.written(key, text), isSecret) + " ";
        String message = shown + (isSecret ? reason.replaceAll(" '[^']*'", "") : reason);
        List<String> suggestions = isSecret ? List.of() : e.suggestions();
        value(ConfigCode.INVALID_VALUE, setting, key, message, e.cure(), suggestions);
    }

    void emptyElement(Setting setting, String key) {
        String cure = "remove the comma that nothing follows or precedes";
        value(ConfigCode.INVALID_VALUE, setting, key, "has an element that is empty", cure, List.of());
    }

    /** Of a list of groups that has one text, nothing is shown: any of them may hold a secret. */
    void textForGroups(Setting setting, Environment.Kind kind) {
        String key = setting.key();
        Entry entry = resolver.sources().entry(key);
        Sample sample = Sample.of(setting, kind);
        String cure = entry == null ? "remove the default" : Cures.insteadOfText(sample, entry.origin());
        Finding finding =
                Finding.of(ConfigCode.INVALID_VALUE, key, "has one text where groups of keys are expected", cure);
        Origin place = entry == null ? setting.declaration() : entry.keyOrigin();
        Problem problem = Problem.of(finding, key, place);
        add(entry == null ? problem : problem.withExcerpt(Excerpt.ofKey(entry.head())));
    }

    void outOfRange(Setting setting, String key, String text) {
        String message = shown(resolver.written(key, text), resolver.isSensitive(setting, key)) + " is out of range";
        value(ConfigCode.OUT_OF_RANGE, setting, key, message, "use " + setting.rangeInWords(), List.of());
    }

    /** In a sensitive value, what looks like a reference may be a part of the secret. */
    void unresolved(Setting setting, String key, UnresolvedReferenceException e) {
        boolean secret = resolver.isSensitive(setting, key);
        String why = e.isFinal() ? "has a reference that cannot be followed" : "refers to a key that no source sets";
        String message = secret ? why : String.valueOf(e.getMessage());
        String cure = secret ? "set what it refers to, or write a value without ${" : e.cure();
        value(ConfigCode.UNRESOLVED_REFERENCE, setting, key, message, cure, List.of());
    }

    void missing(Setting setting, Environment.Kind kind) {
        String key = setting.key();
        Origin place = resolver.sources().placeFor(key);
        String cure = setting.isGroup() ? Cures.ofGroup(Sample.of(setting, kind), place) : Cures.of(setting, place);
        Finding finding = Finding.of(ConfigCode.MISSING_VALUE, key, "is required and no source sets it", cure);
        Origin origin = place == null ? setting.declaration() : place;
        add(new Problem(finding, key, origin, setting.declaration(), List.of(), List.of()));
    }

    void awaited(Setting setting) {
        String key = setting.key();
        Finding finding = Finding.of(
                ConfigCode.EXPECTED_AT_DEPLOYMENT,
                key,
                "has no value yet",
                "set it where the environment runs, as the variable " + ProcessValues.variableName(key)
                        + " or in the secrets directory");
        Origin origin = placeOf(key, setting.declaration());
        add(excerpted(new Problem(finding, key, origin, setting.declaration(), List.of(), List.of())));
    }

    /** A record refused its values for a reason that names {@code key}, or none of its keys; then {@code first} shows where the record begins. */
    void rejected(String key, Origin declaration, String message, @Nullable Entry first) {
        Finding finding = Finding.of(ConfigCode.REJECTED_SECTION, key, message, "correct what the message names");
        if (first == null || resolver.sources().entry(key) != null) {
            Origin place = placeOf(key, declaration);
            add(excerpted(new Problem(finding, key, place, declaration, List.of(), List.of())));
            return;
        }
        Excerpt excerpt = first.head().isEmpty() ? null : Excerpt.ofKey(first.head());
        add(new Problem(finding, key, first.keyOrigin(), declaration, List.of(), List.of(), excerpt));
    }

    void notAccessible(String prefix, RecordConstructor.NotAccessible e) {
        Finding finding = Finding.of(
                ConfigCode.SECTION_NOT_ACCESSIBLE,
                prefix,
                "belongs to a record that this module may not create",
                "add to the record's module-info: " + e.directive());
        Origin origin = Origin.of("module-info", Origin.Kind.CODE);
        add(Problem.of(finding, prefix, origin));
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
        add(excerpted(new Problem(scrubbed, key, placeOf(key, declaration), declaration, List.of(), List.of())));
    }

    /**
     * What a general rule found about {@code setting}, unless a rule of its section has found the same. Its key is that of a setting which was read, so it is no
     * slip that would have to be hidden.
     */
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
        problems.add(new Problem(finding, key, setting.origin(), declaration, shadowed, List.of(), excerpt(setting)));
    }

    private Origin placeOf(String key, Origin otherwise) {
        List<Origin> origins = resolver.sources().origins(key);
        Origin place = origins.isEmpty() ? resolver.sources().placeFor(key + ".") : origins.get(0);
        return place == null ? otherwise : place;
    }

    void unknown(Entry entry, List<String> suggestions) {
        String cure = suggestions.isEmpty() ? "remove it" : "rename or remove it";
        Finding finding = Finding.of(ConfigCode.UNKNOWN_KEY, entry.key(), "is not a setting", cure);
        add(new Problem(
                finding, entry.key(), entry.keyOrigin(), null, List.of(), suggestions, Excerpt.ofKey(entry.head())));
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
        problems.removeIf(problem -> problem.finding().code().equals(ConfigCode.MISSING_VALUE.id()));
    }

    /** Takes back that {@code keys} are missing, because each is only misspelled and reported as such. */
    void forgetMissing(Collection<String> keys) {
        problems.removeIf(problem ->
                problem.finding().code().equals(ConfigCode.MISSING_VALUE.id()) && keys.contains(problem.key()));
    }

    /** Takes back that values below {@code key} are missing, because something else stands there and is reported as such. */
    void forgetMissingBelow(String key) {
        problems.removeIf(problem -> problem.is(ConfigCode.MISSING_VALUE)
                && (Names.isBelow(problem.key(), key) || problem.key().startsWith(key + "[")));
    }

    boolean isMissing(String key) {
        return problems.stream()
                .anyMatch(problem -> problem.finding().code().equals(ConfigCode.MISSING_VALUE.id())
                        && problem.key().equals(key));
    }

    /** All problems, errors first, then in the order of sources and places. */
    public List<Problem> sorted() {
        return problems.stream().sorted(BY_PLACE).toList();
    }

    private void value(
            ConfigCode code,
            Setting setting,
            String key,
            String message,
            @Nullable String cure,
            List<String> suggestions) {
        List<Origin> origins = resolver.sources().origins(key);
        Origin origin = origins.isEmpty() ? setting.declaration() : origins.get(0);
        List<Origin> shadowed = origins.isEmpty() ? List.of() : origins.subList(1, origins.size());
        Finding finding = Finding.of(code, key, message, cure);
        Excerpt excerpt = excerpt(setting, key);
        add(new Problem(finding, key, origin, setting.declaration(), shadowed, suggestions, excerpt));
    }

    /** To search a text of megabytes for secrets takes long, and nobody would read it. */
    private static String shown(String text, boolean isSecret) {
        return text.length() > MAX_SHOWN && !isSecret
                ? "a text of " + text.length() + " characters"
                : Shown.value(text, isSecret);
    }

    /** The same with what stands at its place, if a source sets its key there. */
    private Problem excerpted(Problem problem) {
        Excerpt excerpt = catalog.find(problem.key())
                .map(declared -> excerpt(declared.setting(), problem.key()))
                .orElse(null);
        return excerpt == null ? problem : problem.withExcerpt(excerpt);
    }

    /** While the application runs, its setting may have a text that the sources have no more. */
    private @Nullable Excerpt excerpt(BoundSetting bound) {
        List<Entry> entries = entries(bound.key());
        String text = entries.stream().map(Entry::value).collect(joining(", "));
        boolean isThere =
                !entries.isEmpty() && entries.get(0).origin().equals(bound.origin()) && text.equals(bound.text());
        return isThere ? excerpt(entries.get(0), bound.isSensitive(), entries.size() > 1 ? ", …" : "") : null;
    }

    /** What sets {@code key}: one entry, or one for each element of the list that it is. */
    private List<Entry> entries(String key) {
        List<String> elements = resolver.sources().elements(key);
        return (elements.isEmpty() ? List.of(key) : elements)
                .stream()
                        .map(resolver.sources()::entry)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private @Nullable Excerpt excerpt(Setting setting, String key) {
        Entry entry = resolver.sources().entry(key);
        return entry == null ? null : excerpt(entry, resolver.isSensitive(setting, key), "");
    }

    /** Only what belongs to the key: whatever else stands in its line may be a secret. */
    private static @Nullable Excerpt excerpt(Entry entry, boolean isSensitive, String end) {
        if (entry.origin().kind() == Origin.Kind.SECRET_FILE) {
            return null;
        }
        String shown = shown(entry.value(), isSensitive);
        String value = shown.startsWith("\"") ? shown.substring(1, shown.length() - 1) : shown;
        boolean isOneLine = entry.keyOrigin().line() == entry.origin().line();
        return Excerpt.ofValue(isOneLine ? entry.head() : "", value + end);
    }
}
