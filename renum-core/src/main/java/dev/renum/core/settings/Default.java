package dev.renum.core.settings;

import dev.renum.core.Environment;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a component where no source has one, written as in a file.
 *
 * <p>One without {@link #in()} is the plain default; one with kinds replaces it there:
 *
 * <pre>{@code
 * @Default("10s")
 * @Default(value = "0s", in = DEVELOPMENT, because = "no load balancer waits for a developer's machine")
 * Duration announce
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@Repeatable(Default.List.class)
public @interface Default {
    /** The value as text; a list's elements are separated by commas. */
    String value();

    /** The kinds of environment in which it applies; none means all that no other one names. */
    Environment.Kind[] in() default {};

    /** Why these kinds differ; shown in reports. */
    String because() default "";

    /** Holds several defaults of one component. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface List {
        /** The defaults in the order of their declaration. */
        Default[] value();
    }
}
