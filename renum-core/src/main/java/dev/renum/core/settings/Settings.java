package dev.renum.core.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record as a section of the configuration. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Settings {
    /** What the keys of this section begin with, without the last dot, such as {@code renum.cache}. */
    String prefix();

    /** The rules of this section; each is a public class with a public constructor without parameters. */
    Class<? extends SettingsRule<?>>[] rules() default {};

    /** The defaults that depend on the machine; each is a public class with a public constructor without parameters. Of two for one component, the later counts. */
    Class<? extends MachineDefaults>[] machineDefaults() default {};
}
