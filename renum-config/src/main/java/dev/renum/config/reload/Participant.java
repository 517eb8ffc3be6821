package dev.renum.config.reload;

import static java.util.Objects.requireNonNull;

import dev.renum.core.settings.Prepared;
import dev.renum.core.settings.Reconfigurable;
import java.util.Map;

/**
 * One who wants to know of changes of a section before they are in force; equal to itself only, since a target may come twice.
 *
 * @param <S> the section
 */
final class Participant<S> {
    private final Class<S> section;
    private final Reconfigurable<? super S> target;

    Participant(Class<S> section, Reconfigurable<? super S> target) {
        this.section = section;
        this.target = target;
    }

    /** Whether its section differs between the two configurations. */
    boolean isConcerned(Map<Class<?>, Object> running, Map<Class<?>, Object> next) {
        return !in(running).equals(in(next));
    }

    Prepared prepare(Map<Class<?>, Object> running, Map<Class<?>, Object> next) throws Exception {
        return requireNonNull(target.prepare(in(running), in(next)), "prepare returned nothing to commit");
    }

    Failure failure(Failure.Step step, String reason) {
        return new Failure(section, target.getClass(), step, reason);
    }

    private S in(Map<Class<?>, Object> records) {
        return section.cast(requireNonNull(records.get(section), "section"));
    }
}
