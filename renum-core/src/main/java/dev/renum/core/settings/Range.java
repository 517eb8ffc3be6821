package dev.renum.core.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The inclusive bounds of a number, a duration or a size, or of each in a list of them, written as in a file. Of anything else
 * it is refused.
 *
 * <p>A value of a source that lies outside of them is a problem of its key, and the record is not created. Code that creates a record by itself meets
 * only its constructor, which should therefore check the same; Renum's build proves that for Renum's own settings.
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
