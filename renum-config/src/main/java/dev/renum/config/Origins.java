package dev.renum.config;

/** Origins that are no source. */
final class Origins {
    private Origins() {}

    static Origin declaration(Class<?> type) {
        return new Origin(type.getSimpleName(), Origin.Kind.RECORD, null, 0, 0, 0);
    }
}
