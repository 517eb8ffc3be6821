package dev.renum.core.settings;

import dev.renum.core.Environment;
import dev.renum.core.Finding;
import java.util.List;

/**
 * A rule over the settings of one section, owned by the module they belong to: security, consistency across components.
 *
 * @param <S> the section
 */
@FunctionalInterface
public interface SettingsRule<S> {
    /**
     * What is wrong or doubtful with {@code settings} in {@code environment}; empty if nothing is.
     *
     * <p>The {@link Finding#subject()} of a finding is the key of the component it speaks of, relative to the section
     * ({@code remote.timeout}), or empty for the whole section. Runs at each load and reload for which the section could be created. Does nothing but
     * look: no I/O, no state. A rule that throws is a problem like what it looks for.
     */
    List<Finding> check(S settings, Environment environment);
}
