package dev.renum.health.dependency;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Settings;

/**
 * The settings of the validation of dependencies.
 *
 * @param enabled {@code renum.health.dependencies.enabled}, default true: false looks at nothing and stops no start
 */
@Settings(prefix = "renum.health.dependencies")
public record DependencySettings(
        @Doc("Whether dependencies are validated; false looks at nothing and stops no start.") @Default("true")
        boolean enabled) {
    /** A builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings; see the components of the record. May be used again; not safe for use by several threads at once. */
    public static final class Builder {
        private boolean enabled = true;

        private Builder() {}

        /** Whether dependencies are validated; default true. */
        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /** The settings. */
        public DependencySettings build() {
            return new DependencySettings(enabled);
        }
    }
}
