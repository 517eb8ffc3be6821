package dev.renum.config.bind;

import dev.renum.config.bind.Shapes.Shape;
import dev.renum.config.report.Excerpt;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Finding;
import dev.renum.core.Masking;
import org.jspecify.annotations.Nullable;

/**
 * Hides what stands below the key of a secret: to YAML {@code password: {hunter2: x}} is a group with the key {@code hunter2}.
 *
 * <p>Keys that a setting has, and names in a group, a list or a map that is declared, are no secrets, however they are called.
 */
final class PastedSecrets {
    private static final String HIDDEN = ".…";

    private final Keys keys;
    private final Catalog catalog;

    PastedSecrets(Keys keys, Catalog catalog) {
        this.keys = keys;
        this.catalog = catalog;
    }

    /**
     * {@code problem} with {@code shop.password.…} where it shows a key below a secret.
     *
     * @param written the key that it is about, as the source writes it
     */
    Problem hiddenIn(Problem problem, String written) {
        int end = keys.contains(written) ? -1 : endOfSecret(written);
        return end < 0 ? problem : hidden(problem, written.substring(end));
    }

    /** Where the outermost key of a secret ends that {@code key} is below; negative if there is none. */
    private int endOfSecret(String key) {
        for (int end = 0; end < key.length(); end++) {
            boolean isBorder = key.charAt(end) == '.' || key.charAt(end) == '[';
            if (isBorder && isSecret(key.substring(0, end))) {
                return end;
            }
        }
        return -1;
    }

    private boolean isSecret(String key) {
        Shape shape = keys.shapes().of(key);
        return (shape == Shape.NONE || shape == Shape.VALUE)
                && (Masking.isSensitive(key) || catalog.isSecret(keys.old().orToday(key)));
    }

    private static Problem hidden(Problem problem, String tail) {
        return new Problem(
                hidden(problem.finding(), tail),
                hidden(problem.key(), tail),
                hidden(problem.origin(), tail),
                problem.rule(),
                problem.shadowed(),
                problem.suggestions().stream().map(it -> hidden(it, tail)).toList(),
                hidden(problem.excerpt(), tail));
    }

    private static Finding hidden(Finding finding, String tail) {
        String cure = finding.cure();
        return new Finding(
                finding.code(),
                finding.severity(),
                hidden(finding.subject(), tail),
                hidden(finding.message(), tail),
                cure == null ? null : hidden(cure, tail));
    }

    /** A system property is called by its key. */
    private static Origin hidden(Origin place, String tail) {
        String source = hidden(place.source(), tail);
        return new Origin(source, place.kind(), place.location(), place.line(), place.column(), place.ordinal());
    }

    /** What stands at the place ends with the last name in the key. */
    private static @Nullable Excerpt hidden(@Nullable Excerpt excerpt, String tail) {
        String last = tail.substring(tail.lastIndexOf('.') + 1);
        return excerpt == null || excerpt.text().contains(last) ? null : excerpt;
    }

    private static String hidden(String text, String tail) {
        return text.replace(tail, HIDDEN);
    }
}
