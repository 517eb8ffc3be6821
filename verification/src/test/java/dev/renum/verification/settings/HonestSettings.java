package dev.renum.verification.settings;

import dev.renum.core.Environment.Kind;
import dev.renum.core.settings.DataSize;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Settings;
import java.time.Duration;

/** Enforces what it declares. */
@Settings(prefix = "honest")
public record HonestSettings(
        @Doc("Whether anything happens.") @Default("true") boolean enabled,

        @Doc("How many.") @Default("10") @Range(min = "1", max = "1000")
        int size,

        @Doc("How far.") @Default("1024") @Range(max = "1048576")
        long distance,

        @Doc("How much.") @Default("64KiB") @Range(min = "1KiB", max = "1MiB")
        DataSize volume,

        @Doc("How much more.") @Default("0B") @Range(min = "0B")
        DataSize spare,

        @Doc("Which part.") @Default("0.5") @Range(min = "0", max = "1")
        double share,

        @Doc("How long.")
        @Default("10s")
        @Default(value = "1s", in = Kind.TEST, because = "a test does not wait")
        @Range(min = "PT0S", max = "1m30s")
        Duration longPause) {
    public HonestSettings {
        if (size < 1 || size > 1000 || distance > 1 << 20 || share < 0 || share > 1) {
            throw new IllegalArgumentException("out of range");
        }
        if (volume.bytes() < 1024 || volume.bytes() > 1 << 20) {
            throw new IllegalArgumentException("volume " + volume + " is not allowed: use 1 KiB to 1 MiB");
        }
        if (longPause.isNegative() || longPause.compareTo(Duration.ofSeconds(90)) > 0) {
            throw new IllegalArgumentException("pause " + longPause + " is not allowed: use 0 to 90 seconds");
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder {
        public HonestSettings build() {
            return new HonestSettings(
                    true, 10, 1024, new DataSize(65_536), new DataSize(0), 0.5, Duration.ofSeconds(10));
        }
    }
}
