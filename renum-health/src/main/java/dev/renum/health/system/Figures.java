package dev.renum.health.system;

import java.util.stream.DoubleStream;

/** What several values come to. */
final class Figures {
    private Figures() {}

    /** The greatest that is known; {@code NaN} if none is. */
    static double greatest(DoubleStream values) {
        return values.filter(value -> !Double.isNaN(value)).max().orElse(Double.NaN);
    }
}
