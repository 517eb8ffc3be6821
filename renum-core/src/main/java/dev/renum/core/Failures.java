package dev.renum.core;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What foreign code threw, in words: a message that cannot be read must not hide the failure.
 *
 * <p>The words may hold secrets, see {@link Masking}. Errors of the VM that are not the fault of a message, such as {@link OutOfMemoryError}, pass.
 * Safe for use by many threads.
 */
public final class Failures {
    private Failures() {}

    /** The class of {@code thrown} and its message, as {@link Throwable#toString()} says them, or the class alone if that fails. */
    public static String text(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "no exception";
        }
        String text = read(thrown::toString);
        return text == null ? thrown.getClass().getName() : text;
    }

    /** The message of {@code thrown}, or its {@link #text} if it has none, or an empty one, or cannot say it. */
    public static String message(@Nullable Throwable thrown) {
        String message = thrown == null ? null : read(thrown::getMessage);
        return message == null || message.isBlank() ? text(thrown) : message;
    }

    private static @Nullable String read(Supplier<@Nullable String> words) {
        try {
            return words.get();
        } catch (Throwable t) { // whatever it is: it must not hide what was thrown
            letVmErrorsPass(t);
            return null;
        }
    }

    private static void letVmErrorsPass(Throwable thrown) {
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
    }
}
