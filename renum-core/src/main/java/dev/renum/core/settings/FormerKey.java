package dev.renum.core.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names under which a component could be set in earlier versions.
 *
 * <p>A value under a former name still counts, with a warning that says the name of today; where both names are set, the former one is an
 * error.
 *
 * <pre>{@code
 * @FormerKey("max-size")
 * int maximumSize
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface FormerKey {
    /** The former names, each as the last part of a key, such as {@code max-size}. */
    String[] value();
}
