package dev.renum.core.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The inclusive bounds of a number, a duration or a size, written as in a file.
 *
 * <p>It describes; the constructor of the record enforces. The build proves for the settings of Renum that both agree.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
    /** The least allowed value; empty for none. */
    String min() default "";

    /** The greatest allowed value; empty for none. */
    String max() default "";
}
