package dev.renum.verification.settings;

import dev.renum.core.Environment.Kind;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Settings;
import java.time.Duration;

/** Declares what it does not do. */
@Settings(prefix = "lying")
public record LyingSettings(
        @Default("10") @Default(value = "20", in = Kind.TEST) @Range(min = "1")
        int size,

        @Doc("How many more.") @Default("5") @Range(min = "0")
        int spare,

        @Doc("What is inside.") Inner inner) {
    public LyingSettings {
        if (spare < 1) {
            throw new IllegalArgumentException("spare " + spare + " is not allowed: use 1 or more");
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder {
        public LyingSettings build() {
            return new LyingSettings(11, 5, new Inner(Duration.ofSeconds(1)));
        }
    }

    /** A group. */
    public record Inner(
            @Doc("How long.") @Default("1s") @Range(max = "1m")
            Duration pause) {}
}
