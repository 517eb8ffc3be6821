package dev.renum.config;

import dev.renum.core.Finding;
import java.util.List;

/** A rule of the host over several sections at once. */
@FunctionalInterface
public interface ConfigRule {
    /**
     * What is wrong or doubtful with {@code config}; empty if nothing is.
     *
     * <p>The {@link Finding#subject()} of a finding is the whole key that it speaks of ({@code backend.port}). Runs only if every section could be
     * read, at each load and reload; does nothing but look: no I/O, no state. A rule that throws is a problem like what it looks for.
     */
    List<Finding> check(EnvironmentConfig config);
}
