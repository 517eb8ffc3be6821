package dev.renum.health.system;

import dev.renum.core.health.MetricSink;

/** Some of the figures of the system; keeps what it saw, for those that tell what has come since. For one thread at a time. */
@FunctionalInterface
interface Part {
    void measure(MetricSink sink);
}
