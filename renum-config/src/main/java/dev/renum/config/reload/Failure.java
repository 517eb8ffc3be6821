package dev.renum.config.reload;

import dev.renum.config.report.Origin;
import dev.renum.core.Failures;
import org.jspecify.annotations.Nullable;

/**
 * Foreign code that failed during a reload. Its message may hold secrets.
 *
 * @param section the section that it takes part for
 * @param participant the class of the participant
 * @param step what it failed to do
 * @param reason why, to complete the sentence "the participant …"
 */
public record Failure(Class<?> section, Class<?> participant, Step step, String reason) {
    /** Why foreign code failed that threw {@code thrown}. */
    static String reason(@Nullable Throwable thrown) {
        return "failed: " + Failures.text(thrown);
    }

    /** The participant as a person calls it. */
    public String name() {
        return Origin.code(participant).source();
    }

    /** What a participant is asked to do. */
    public enum Step {
        /** Getting ready. */
        PREPARE,
        /** Making the change. */
        COMMIT,
        /** Undoing the change. */
        ROLLBACK,
        /** Giving up what was prepared. */
        DISCARD
    }
}
