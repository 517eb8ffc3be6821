package dev.renum.config.bind;

import org.jspecify.annotations.Nullable;

/** What binding a setting gave. */
sealed interface Bound {
    /** A usable value, {@code null} for a {@code @Nullable} component without one. */
    record Value(@Nullable Object value) implements Bound {}

    /** No source has a value and there is no default. */
    enum Absent implements Bound {
        ABSENT
    }

    /** There is a value, but not a usable one; the problem has been noted. */
    enum Invalid implements Bound {
        INVALID
    }
}
