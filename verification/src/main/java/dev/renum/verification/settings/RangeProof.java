package dev.renum.verification.settings;

import static java.util.Objects.requireNonNull;

import dev.renum.config.ConfigurationException;
import dev.renum.core.settings.DataSize;
import dev.renum.core.settings.Range;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the range of a component ends where it says: each bound can be set in a file, and the canonical constructor rejects the
 * nearest value beyond it.
 *
 * <p>What a bound means is left to the configuration, which reads it like any value.
 *
 * @param declaration the settings
 * @param defaults their defaults, around which one component varies
 */
record RangeProof(Declaration declaration, Object defaults) {
    /** What is wrong with the range of {@code component}; nothing if it has none. */
    Stream<String> faultsOf(Component component) {
        Range range = component.declared().getAnnotation(Range.class);
        return range == null
                ? Stream.empty()
                : Stream.concat(faultsOf(component, range.min(), -1), faultsOf(component, range.max(), 1));
    }

    private Stream<String> faultsOf(Component component, String bound, int step) {
        if (bound.isEmpty()) {
            return Stream.empty();
        }
        Object value;
        try {
            value = requireNonNull(component.valueIn(declaration.with(component.key(), bound)));
        } catch (ConfigurationException e) {
            return Stream.of(
                    component + " declares the bound " + bound + " but cannot be set to it: " + e.getMessage());
        }
        Object beyond = beyond(value, step);
        return beyond != null && component.accepts(defaults, beyond)
                ? Stream.of(component + " declares the bound " + bound + " but accepts " + beyond)
                : Stream.empty();
    }

    /** The nearest value beyond {@code bound}, of its type; {@code null} if the type has none. */
    private static @Nullable Object beyond(Object bound, int step) {
        if (bound instanceof Integer number) {
            return Math.addExact(number, step);
        }
        if (bound instanceof Long number) {
            return Math.addExact(number, (long) step);
        }
        if (bound instanceof Double number) {
            return step < 0 ? Math.nextDown(number) : Math.nextUp(number);
        }
        if (bound instanceof Duration duration) {
            return duration.plusNanos(step);
        }
        if (bound instanceof DataSize size) {
            return size.bytes() + step < 0 ? null : new DataSize(size.bytes() + step);
        }
        throw new IllegalArgumentException(
                "no value next to " + bound + " is known, a " + bound.getClass().getName());
    }
}
