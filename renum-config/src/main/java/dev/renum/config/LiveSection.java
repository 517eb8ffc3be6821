package dev.renum.config;

import java.util.function.Supplier;

/**
 * A handle to one section, for hot paths: {@link #get} gives its record as it is now for the price of a volatile read, and allocates nothing.
 *
 * <p>It is a {@code Supplier}, and may be passed on as one. Declare the field that holds it with this type where nanoseconds count: a call
 * through a final class needs no check of the receiver, whatever other suppliers there are. In a {@code static final} field it costs least,
 * because the handle itself is then a constant.
 *
 * <p>Safe for use by many threads. It has a field of its own instead of asking the manager, which would be two more loads.
 *
 * @param <S> the section
 */
public final class LiveSection<S> implements Supplier<S> {
    private volatile S record;

    LiveSection(S record) {
        this.record = record;
    }

    /** The section as it is now; read its components from one record if they belong together. */
    @Override
    public S get() {
        return record;
    }

    void put(S record) {
        this.record = record;
    }
}
