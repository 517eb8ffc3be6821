package dev.renum.config.bind;

import dev.renum.config.report.Explanation;
import dev.renum.config.report.Explanation.Pending;
import dev.renum.config.report.Explanation.Shadowed;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out why one setting has the value that it has; also of a value that cannot be used, or that waits for a restart. */
final class Explainer {
    private final Reasons reasons;
    private final String key;
    private final Declared declared;
    private final List<Explanation> elements;
    private final @Nullable Pending pending;

    Explainer(Reasons reasons, String key, Declared declared, List<Explanation> elements, @Nullable Pending pending) {
        this.reasons = reasons;
        this.key = key;
        this.declared = declared;
        this.elements = elements;
        this.pending = pending;
    }

    Explanation explain(@Nullable BoundSetting bound) {
        if (bound != null) {
            String text = bound.text() == null ? null : bound.shown();
            return explanation(pending == null ? text : inForce(pending), bound.origin());
        }
        return pending == null ? unbound() : explanation(null, declaration());
    }

    /** What is secret on one side of a change is on both, which only the change knows. */
    private static @Nullable String inForce(Pending pending) {
        return pending.change().before().equals(BoundSetting.NOTHING)
                ? null
                : pending.change().before();
    }

    /** Nothing sets it, or what does cannot be used. */
    private Explanation unbound() {
        return origins().stream()
                .findFirst()
                .map(origin -> explanation(shown(textAt(origin)), origin))
                .orElseGet(() -> explanation(shown(defaultText()), declaration()));
    }

    private Explanation explanation(@Nullable String value, Origin origin) {
        return new Explanation(
                key,
                reasons.defaults().environment(),
                value,
                origin,
                origin.kind().isDefault() ? reasons.defaults().reasonOf(declared.setting()) : null,
                pending,
                shadowedBy(origin),
                reasons.catalog().describe(declared),
                elements);
    }

    private List<Shadowed> shadowedBy(Origin inForce) {
        List<Shadowed> shadowed = new ArrayList<>();
        origins().stream()
                .filter(origin -> origin.ordinal() < inForce.ordinal())
                .map(origin -> new Shadowed(masked(String.valueOf(textAt(origin))), origin))
                .forEach(shadowed::add);
        String text = defaultText();
        if (!inForce.kind().isDefault() && text != null) {
            shadowed.add(new Shadowed(masked(text), declaration()));
        }
        return shadowed;
    }

    /** Where the key, or the first element of the list that it is, stands in every source; strongest first. */
    private List<Origin> origins() {
        return Stream.concat(
                        reasons.resolver().sources().origins(key).stream(),
                        reasons.resolver().sources().origins(firstElement()).stream())
                .sorted(Comparator.comparingInt(Origin::ordinal).reversed())
                .toList();
    }

    /** The text at {@code origin}, cut after the first element where a source writes a list as several. */
    private @Nullable String textAt(Origin origin) {
        String text = reasons.resolver().sources().textAt(key, origin);
        String first = text == null ? reasons.resolver().sources().textAt(firstElement(), origin) : null;
        return first == null ? text : first + ", …";
    }

    private String firstElement() {
        return key + "[0]";
    }

    /** Only of the whole: what a list or a map holds has no default of its own. */
    private @Nullable String defaultText() {
        return key.equals(declared.setting().key()) ? reasons.defaults().textOf(declared.setting()) : null;
    }

    private Origin declaration() {
        return reasons.defaults().originOf(declared.setting());
    }

    private @Nullable String shown(@Nullable String text) {
        return text == null ? null : masked(text);
    }

    private String masked(String text) {
        return Shown.value(text, reasons.resolver().isSensitive(declared.setting(), key));
    }
}
