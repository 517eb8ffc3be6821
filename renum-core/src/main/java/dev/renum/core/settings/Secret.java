package dev.renum.core.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.renum.core.Masking;
import java.security.MessageDigest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that must not be printed.
 *
 * <p>{@link #toString()} shows a mask, {@link #hashCode()} tells nothing, equality of text takes the same time wherever it differs,
 * and there is no way to serialize it. Immutable and thread-safe if its value is.
 *
 * @param <T> the type of the value; its {@code toString} is what equality compares in constant time
 */
public final class Secret<T> {
    private final T value;

    private Secret(T value) {
        this.value = value;
    }

    /** Hides {@code value}. */
    public static <T> Secret<T> of(T value) {
        return new Secret<>(requireNonNull(value, "value"));
    }

    /** The value itself; keep it no longer than the call that needs it. */
    public T reveal() {
        return value;
    }

    /**
     * A secret derived from this one, without showing either.
     *
     * @param <R> the type of the derived value
     */
    public <R> Secret<R> map(Function<? super T, ? extends R> function) {
        return of(function.apply(value));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret<?> secret
                && value.getClass() == secret.value.getClass()
                && MessageDigest.isEqual(bytes(value), bytes(secret.value))
                && (value instanceof byte[] || value.equals(secret.value));
    }

    /** The same for all secrets, since a hash is a hint. */
    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return Masking.MASK;
    }

    private static byte[] bytes(Object value) {
        return value instanceof byte[] bytes ? bytes : value.toString().getBytes(UTF_8);
    }
}
