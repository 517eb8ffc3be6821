package dev.renum.core.settings;

import dev.renum.core.Environment;
import java.util.List;

/**
 * Defaults of one section that depend on the machine, such as a pool that grows with the number of cores.
 *
 * <p>They replace the {@link Default} of their components, that of a kind of environment too, since they know the environment. A component that
 * has one must have a plain {@code @Default} as well, which holds where {@code renum.optimizations.enabled} is false. A function that fails, or gives what
 * its component cannot have, is a warning, and what is declared holds. Whatever a source sets wins over both.
 */
@FunctionalInterface
public interface MachineDefaults {
    /** The defaults on {@code machine} in {@code environment}; empty if the declared ones fit. Does nothing but compute: no I/O, no state. */
    List<MachineDefault> of(Machine machine, Environment environment);
}
