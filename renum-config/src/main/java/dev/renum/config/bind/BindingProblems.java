package dev.renum.config.bind;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Excerpt;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.Entry;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes what keeps settings from getting values and records from being created, in the words that a person needs. */
final class BindingProblems {
    private final Resolver resolver;
    private final ProblemLog problems;
    private final Excerpts excerpts;

    /** Notes the problems with what {@code resolver} has in {@code problems}. */
    BindingProblems(Resolver resolver, ProblemLog problems) {
        this.resolver = resolver;
        this.problems = problems;
        this.excerpts = problems.excerpts();
    }

    /** What the conversion quotes, and what it takes the text for, would be a part of the secret. */
    void invalid(Setting setting, String key, String text, ConversionException e) {
        boolean isSecret = resolver.isSensitive(setting, key);
        String reason = String.valueOf(e.getMessage());
        String shown = text.isBlank() ? "" : Excerpts.shown(resolver.written(key, text), isSecret) + " ";
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
        problems.add(entry == null ? problem : problem.withExcerpt(Excerpt.ofKey(entry.head())));
    }

    void outOfRange(Setting setting, String key, String text) {
        String message =
                Excerpts.shown(resolver.written(key, text), resolver.isSensitive(setting, key)) + " is out of range";
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
        Origin place = resolver.places().missing(key);
        String cure = setting.isGroup() ? Cures.ofGroup(Sample.of(setting, kind), place) : Cures.of(setting, place);
        Finding finding = Finding.of(ConfigCode.MISSING_VALUE, key, "is required and no source sets it", cure);
        Origin origin = place == null ? setting.declaration() : place;
        problems.add(Problem.of(finding, key, origin).rejectedBy(setting.declaration()));
    }

    void awaited(Setting setting) {
        String key = setting.key();
        Finding finding = Finding.of(
                ConfigCode.EXPECTED_AT_DEPLOYMENT,
                key,
                "has no value yet",
                "set it where the environment runs, as the variable " + ProcessValues.variableName(key)
                        + " or in the secrets directory");
        Origin origin = resolver.places().of(key, setting.declaration());
        problems.add(excerpts.addTo(Problem.of(finding, key, origin).rejectedBy(setting.declaration())));
    }

    /** A record refused its values for a reason that names {@code key}, or none of its keys; then {@code first} shows where the record begins. */
    void rejected(String key, Origin declaration, String message, @Nullable Entry first) {
        Finding finding = Finding.of(ConfigCode.REJECTED_SECTION, key, message, "correct what the message names");
        if (first == null || resolver.sources().entry(key) != null) {
            Origin place = resolver.places().of(key, declaration);
            problems.add(excerpts.addTo(Problem.of(finding, key, place).rejectedBy(declaration)));
            return;
        }
        Excerpt excerpt = first.head().isEmpty() ? null : Excerpt.ofKey(first.head());
        problems.add(new Problem(finding, key, first.keyOrigin(), declaration, List.of(), List.of(), excerpt));
    }

    void notAccessible(String prefix, RecordConstructor.NotAccessible e) {
        Finding finding = Finding.of(
                ConfigCode.SECTION_NOT_ACCESSIBLE,
                prefix,
                "belongs to a record that this module may not create",
                "add to the record's module-info: " + e.directive());
        Origin origin = Origin.of("module-info", Origin.Kind.CODE);
        problems.add(Problem.of(finding, prefix, origin));
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
        Excerpt excerpt = excerpts.of(setting, key);
        problems.add(new Problem(finding, key, origin, setting.declaration(), shadowed, suggestions, excerpt));
    }
}
