package dev.renum.core.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component that may change while the application runs; all others need a restart.
 *
 * <p>One that is a record, or holds records, is live with everything in it. A change of what is not live waits: the running value stays, and is reported
 * as pending. In a record that a list or a map holds it has no effect: both change as a whole, or not.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Live {}
