package dev.renum.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FailuresTest {
    @Test
    void saysClassAndMessage() {
        assertThat(Failures.text(new IllegalStateException("no disk")))
                .isEqualTo("java.lang.IllegalStateException: no disk");
        assertThat(Failures.message(new IllegalStateException("no disk"))).isEqualTo("no disk");
    }

    @Test
    void saysTheClassWhereThereIsNoMessage() {
        assertThat(Failures.message(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
        assertThat(Failures.message(new IllegalStateException(" "))).startsWith("java.lang.IllegalStateException");
    }

    @Test
    void saysThatThereIsNoException() {
        assertThat(Failures.text(null)).isEqualTo("no exception");
        assertThat(Failures.message(null)).isEqualTo("no exception");
    }

    @Test
    void saysTheClassOfWhatCannotSayItsMessage() {
        Speechless speechless = new Speechless(new IllegalArgumentException());

        assertThat(Failures.text(speechless)).isEqualTo(Speechless.class.getName());
        assertThat(Failures.message(speechless)).isEqualTo(Speechless.class.getName());
    }

    @Test
    void saysTheClassOfWhatHasNullForItsText() {
        assertThat(Failures.text(new Speechless(null))).isEqualTo(Speechless.class.getName());
    }

    @Test
    void letsAVirtualMachineWithoutMemoryPass() {
        Speechless speechless = new Speechless(new OutOfMemoryError("planted"));

        assertThatThrownBy(() -> Failures.text(speechless)).isInstanceOf(OutOfMemoryError.class);
    }

    /** Throws instead of saying its message, or says null. */
    private static final class Speechless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable Throwable instead;

        Speechless(@Nullable Throwable instead) {
            this.instead = instead;
        }

        @Override
        public @Nullable String getMessage() {
            return toString();
        }

        @Override
        @SuppressWarnings({"NullAway", "ToStringReturnsNull"}) // which is what is tried
        public @Nullable String toString() {
            if (instead instanceof RuntimeException e) {
                throw e;
            }
            if (instead instanceof Error e) {
                throw e;
            }
            return null;
        }
    }
}
