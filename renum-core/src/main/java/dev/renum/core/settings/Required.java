package dev.renum.core.settings;

import dev.renum.core.Environment;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Demands a value for an {@code Optional} or {@code @Nullable} component in some kinds of environment. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Required {
    /** The kinds in which a value must be set; none means all. */
    Environment.Kind[] in() default {};
}
