package dev.renum.config;

import dev.renum.config.source.ProcessValues;
import dev.renum.config.source.Sources;
import org.jspecify.annotations.Nullable;

/** Everything that was read at one time; equal to that of another time if both read the same bytes from the same places. */
final class Content {
    private final Sources sources;
    private final ProcessValues process;

    Content(Sources sources, ProcessValues process) {
        this.sources = sources;
        this.process = process;
    }

    Sources sources() {
        return sources;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Content that
                && sources.fingerprint().equals(that.sources.fingerprint())
                && process.equals(that.process);
    }

    @Override
    public int hashCode() {
        return sources.fingerprint().hashCode();
    }
}
