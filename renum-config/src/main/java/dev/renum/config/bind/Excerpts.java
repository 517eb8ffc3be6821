package dev.renum.config.bind;

import static java.util.stream.Collectors.joining;

import dev.renum.config.report.Excerpt;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.report.Shown;
import dev.renum.config.source.Entry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows what stands at the places of values, of which only what belongs to the key: whatever else is in the line may be a secret. */
final class Excerpts {
    private static final int MAX_SHOWN = 10_000;

    private final Resolver resolver;
    private final Catalog catalog;

    Excerpts(Resolver resolver, Catalog catalog) {
        this.resolver = resolver;
        this.catalog = catalog;
    }

    /** {@code text} in quotes or a mask. To search a text of megabytes for secrets takes long, and nobody would read it. */
    static String shown(String text, boolean isSecret) {
        return text.length() > MAX_SHOWN && !isSecret
                ? "a text of " + text.length() + " characters"
                : Shown.value(text, isSecret);
    }

    /** {@code problem} with what stands at its place, if a source sets its key there. */
    Problem addTo(Problem problem) {
        Excerpt excerpt = catalog.find(problem.key())
                .map(declared -> of(declared.setting(), problem.key()))
                .orElse(null);
        return excerpt == null ? problem : problem.withExcerpt(excerpt);
    }

    /** What sets {@code key}, which is that of {@code setting} or in it; {@code null} if nothing does that may be shown. */
    @Nullable
    Excerpt of(Setting setting, String key) {
        Entry entry = resolver.sources().entry(key);
        return entry == null ? null : of(entry, resolver.isSensitive(setting, key), "");
    }

    /** What sets {@code bound}; {@code null} if the sources do not have it any more, as while the application runs. */
    @Nullable
    Excerpt of(BoundSetting bound) {
        List<Entry> entries = entries(bound.key());
        String text = entries.stream().map(Entry::value).collect(joining(", "));
        boolean isThere =
                !entries.isEmpty() && entries.get(0).origin().equals(bound.origin()) && text.equals(bound.text());
        return isThere ? of(entries.get(0), bound.isSensitive(), entries.size() > 1 ? ", …" : "") : null;
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

    private static @Nullable Excerpt of(Entry entry, boolean isSensitive, String end) {
        if (entry.origin().kind() == Origin.Kind.SECRET_FILE) {
            return null;
        }
        String shown = shown(entry.value(), isSensitive);
        String value = shown.startsWith("\"") ? shown.substring(1, shown.length() - 1) : shown;
        boolean isOneLine = entry.keyOrigin().line() == entry.origin().line();
        return Excerpt.ofValue(isOneLine ? entry.head() : "", value + end);
    }
}
