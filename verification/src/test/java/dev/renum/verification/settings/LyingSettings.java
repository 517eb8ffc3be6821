package dev.renum.verification.settings;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Settings;
import java.time.Duration;

/** Declares what it does not do. */
@Settings(prefix = "lying")
public record LyingSettings(
        @Default("10") @Range(min = "1") int size,
        @Doc("What is inside.") Inner inner) {

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder {
        public LyingSettings build() {
            return new LyingSettings(11, new Inner(Duration.ofSeconds(1)));
        }
    }

    /** A group. */
    public record Inner(
            @Doc("How long.") @Default("1s") @Range(max = "1m")
            Duration pause) {}
}
