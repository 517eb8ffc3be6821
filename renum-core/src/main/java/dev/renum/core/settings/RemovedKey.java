package dev.renum.core.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A key that a record had in earlier versions; setting it is an error that says what to do instead. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(RemovedKey.List.class)
public @interface RemovedKey {
    /** The key relative to the record, such as {@code max-size}. */
    String value();

    /** What to set or do instead, as a sentence without its end: {@code set maximum-size, which counts entries}. */
    String instead();

    /** Holds several removed keys of one record. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {
        /** The removed keys in the order of their declaration. */
        RemovedKey[] value();
    }
}
