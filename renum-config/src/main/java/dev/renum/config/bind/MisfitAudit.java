package dev.renum.config.bind;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Excerpt;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.config.source.Entry;
import dev.renum.config.source.Layer;
import dev.renum.core.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the keys of our sections that nobody reads: a mistake each, not a key each.
 *
 * <p>A group whose name is wrong is one mistake, however many keys it holds, and so is a list in place of a group. What is missing because of a
 * mistake is not reported besides.
 */
final class MisfitAudit {
    private final Keys keys;
    private final ProblemLog problems;
    private final Guesses guesses;
    private final Layer layer;
    private final Set<String> told = new HashSet<>();
    private final List<String> meant = new ArrayList<>();

    /** An audit of what {@code layer} has. */
    MisfitAudit(Keys keys, ProblemLog problems, Guesses guesses, Layer layer) {
        this.keys = keys;
        this.problems = problems;
        this.guesses = guesses;
        this.layer = layer;
    }

    /** Takes back what is missing only because of a mistake. */
    void finish() {
        problems.forgetMissing(meant);
    }

    /** Tells why nobody reads {@code entry}. */
    void unread(Entry entry) {
        Misfit misfit = keys.shapes().misfit(entry.key());
        switch (misfit.sort()) {
            case UNKNOWN_KEY -> unknown(entry);
            case UNKNOWN_GROUP, UNKNOWN_LIST -> unknownHolder(entry, misfit);
            case NOT_REACHED -> notReached(entry);
            case GROUP_FOR_VALUE, LIST_FOR_VALUE, GROUP_FOR_LIST, LIST_FOR_GROUP, TEXT_FOR_GROUP ->
                wrongShape(entry, misfit);
        }
    }

    private void unknown(Entry entry) {
        List<String> suggestions = guesses.keys(entry.key());
        add(entry, ConfigCode.UNKNOWN_KEY, entry.key(), "is not a setting", cure(suggestions), suggestions);
        suggestions.stream().filter(problems::isMissing).limit(1).forEach(meant::add);
    }

    /** If no name of a group is near, the keys in it may still have been meant as others, or the file has no group of that name, but whole keys. */
    private void unknownHolder(Entry entry, Misfit misfit) {
        if (told.contains(misfit.at())) {
            return;
        }
        List<String> holders = guesses.holders(misfit.at());
        boolean hasName = !placeOf(misfit.at(), entry).equals(entry.keyOrigin());
        if (holders.isEmpty() && !(hasName && guesses.keys(entry.key()).isEmpty())) {
            unknown(entry);
            return;
        }
        told.add(misfit.at());
        String message = misfit.sort() == Misfit.Sort.UNKNOWN_LIST ? "is not a list" : "is not a group of settings";
        add(entry, ConfigCode.UNKNOWN_KEY, misfit.at(), message, cure(holders), holders);
        holders.stream().limit(1).forEach(holder -> meantAs(holder, misfit.at()));
    }

    /** What is missing below {@code holder} is there, below {@code typed}. */
    private void meantAs(String holder, String typed) {
        meant.add(holder);
        layer.entries().keySet().stream()
                .filter(key -> key.startsWith(typed))
                .map(key -> holder + key.substring(typed.length()))
                .forEach(meant::add);
    }

    private static String cure(List<String> suggestions) {
        return suggestions.isEmpty() ? "remove it" : "rename or remove it";
    }

    private void wrongShape(Entry entry, Misfit misfit) {
        if (told.add(misfit.at())) {
            String cure = Cures.ofShape(misfit, guesses.below(misfit.at()), entry);
            add(entry, ConfigCode.INVALID_VALUE, misfit.at(), misfit.message(), cure, List.of());
            meant.add(misfit.at());
            problems.forgetMissingBelow(misfit.at());
        }
    }

    private void notReached(Entry entry) {
        String list = Objects.requireNonNullElse(layer.unreachedList(entry.key()), entry.key());
        if (!told.add(list)) {
            return;
        }
        boolean isText = layer.entries().containsKey(list);
        add(
                entry,
                ConfigCode.UNKNOWN_KEY,
                entry.key(),
                isText
                        ? "is not read, because " + list + " is set in one text"
                        : "is not read, because no element is before it",
                isText ? "keep one of the two" : "number the elements from " + list + "[0] on without a gap",
                List.of());
        meant.add(list);
    }

    private void add(Entry entry, ConfigCode code, String key, String message, String cure, List<String> suggestions) {
        Finding finding = Finding.of(code, key, message, cure);
        boolean isHere = key.equals(entry.key()) || entry.head().contains(key);
        Origin place = isHere ? entry.keyOrigin() : placeOf(key, entry);
        Excerpt excerpt = excerpt(entry, place, entry.head().contains(key) ? key : name(key, place));
        problems.add(new Problem(finding, key, place, null, List.of(), suggestions, excerpt), entry.key());
    }

    private Origin placeOf(String group, Entry entry) {
        Origin place = layer.placeOf(group);
        return place == null ? entry.keyOrigin() : place;
    }

    /** The name of {@code group} as it stands at {@code place}: what is in it begins elsewhere, what it is in too. */
    private String name(String group, Origin place) {
        String around = Layer.parent(group);
        while (!around.isEmpty() && place.equals(layer.placeOf(around))) {
            around = Layer.parent(around);
        }
        String name = group.substring(around.length());
        return name.startsWith(".") ? name.substring(1) : name;
    }

    /** Marks {@code name} in what stands at {@code place}; an element has no name. */
    private static @Nullable Excerpt excerpt(Entry entry, Origin place, String name) {
        if (name.startsWith("[")) {
            return null;
        }
        String head = place.equals(entry.keyOrigin()) ? entry.head() : name + ": ";
        int start = head.indexOf(name);
        return start < 0 ? Excerpt.ofKey(head) : new Excerpt(head + "…", start, name.length());
    }
}
