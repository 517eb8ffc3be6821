package dev.renum.health.alert;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to deliver a {@link Notification}. */
public sealed interface Delivery {
    /** The receiver has it. */
    record Delivered() implements Delivery {}

    /**
     * The receiver does not have it and may take it later.
     *
     * @param reason what it said; contains no secret
     * @param after how long it asks to wait, as {@code Retry-After} does, or {@code null} if it does not say
     */
    record Postponed(String reason, @Nullable Duration after) implements Delivery {
        /** Checks that there is a reason. */
        public Postponed {
            requireNonNull(reason, "reason");
        }
    }

    /**
     * The receiver will never take it, however often it is tried.
     *
     * @param reason what it said; contains no secret
     */
    record Refused(String reason) implements Delivery {
        /** Checks that there is a reason. */
        public Refused {
            requireNonNull(reason, "reason");
        }
    }
}
