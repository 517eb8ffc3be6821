package dev.renum.micrometer;

import io.micrometer.core.instrument.Tags;

/** What a figure is known by; {@code shape} is one and the same for all figures of a name. */
record Figure(Shape shape, Tags tags) {
    String name() {
        return shape.metric().name();
    }

    @Override
    public String toString() {
        return name() + tags.stream().toList();
    }
}
