package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.source.Entry;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * A source in which keys can be found, whether it is written in keys or in names of variables.
 *
 * <p>It is one of SmallRye Config's too, where values that refer to others are expanded; who wants to know of a key asks {@link #find}.
 */
interface KeySource extends ConfigSource {
    /** The source itself, without a place in it. */
    Origin origin();

    /** What sets {@code key}; {@code null} if nothing does. */
    @Nullable
    Entry find(String key);

    /** Whether it has a first element of the list {@code key}. */
    boolean hasElements(String key);

    /** The keys of the elements of a list, without a gap; empty if it has none. */
    List<String> elements(String key);

    @Override
    default @Nullable String getValue(String key) {
        Entry entry = find(key);
        return entry == null ? null : entry.value();
    }

    /** None: keys are asked for, never listed, and names of variables say no key. */
    @Override
    default Set<String> getPropertyNames() {
        return Set.of();
    }

    /** The strength of the source; the inherited method would let a key {@code config_ordinal} change it. */
    @Override
    default int getOrdinal() {
        return origin().ordinal();
    }
}
