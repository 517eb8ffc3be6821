package dev.renum.config.bind;

import dev.renum.core.Failures;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates a record through its canonical constructor. */
final class RecordConstructor {
    private static final ClassValue<Constructor<?>> CANONICAL = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            return canonical(type);
        }
    };

    private final Constructor<?> constructor;

    private RecordConstructor(Constructor<?> constructor) {
        this.constructor = constructor;
    }

    /** The constructor does not accept the values, or something in its class fails; the message is its own. */
    static final class Rejected extends Exception {
        private static final long serialVersionUID = 1L;

        Rejected(@Nullable Throwable cause) {
            super(Failures.message(cause), cause);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** The record's module does not let this one create it. */
    static final class NotAccessible extends Exception {
        private static final long serialVersionUID = 1L;

        NotAccessible(Class<?> type) {
            super("opens " + type.getPackageName() + " to dev.renum.config;");
        }

        /** The line that the record's module-info needs. */
        String directive() {
            return String.valueOf(getMessage());
        }
    }

    static RecordConstructor of(Class<?> type) throws NotAccessible {
        Constructor<?> constructor = CANONICAL.get(type);
        if (!constructor.canAccess(null) && !constructor.trySetAccessible()) {
            throw new NotAccessible(type);
        }
        return new RecordConstructor(constructor);
    }

    private static Constructor<?> canonical(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has its canonical constructor: " + type.getName(), e);
        }
    }

    Object create(List<@Nullable Object> arguments) throws Rejected {
        try {
            return constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            VmErrors.letPass(e);
            throw new Rejected(e.getCause());
        } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new Rejected(e.getCause() == null ? e : e.getCause());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("access was checked: " + constructor, e);
        }
    }
}
