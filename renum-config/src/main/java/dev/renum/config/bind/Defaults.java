package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.core.Environment;
import dev.renum.core.settings.Default;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What settings are where no source sets them.
 *
 * <p>A default for the environment replaces the plain one: that of the machine if there is one, else that of the kind. All of these are
 * optimizations, which one switch takes away. A component that has no plain default keeps that of the kind, since otherwise the switch would stop
 * the application.
 */
final class Defaults {
    private final Environment environment;
    private final boolean isOptimized;
    private final Map<String, Optimization> byMachine;

    /**
     * The defaults in {@code environment}.
     *
     * @param isOptimized whether they may depend on it and on the machine
     * @param byMachine what depends on the machine, by key
     */
    Defaults(Environment environment, boolean isOptimized, Map<String, Optimization> byMachine) {
        this.environment = environment;
        this.isOptimized = isOptimized;
        this.byMachine = byMachine;
    }

    /**
     * A default that replaces the plain one.
     *
     * @param because why
     * @param origin what declares it
     */
    record Optimization(String text, String because, Origin origin) {}

    Environment environment() {
        return environment;
    }

    /** Whether defaults may depend on the environment and the machine. */
    boolean isOptimized() {
        return isOptimized;
    }

    /** The default of {@code setting}, {@code null} if there is none. */
    @Nullable
    String textOf(Setting setting) {
        return inForce(setting).map(Optimization::text).orElseGet(() -> withoutOptimization(setting));
    }

    /** What declares the default of {@code setting}. */
    Origin originOf(Setting setting) {
        return inForce(setting).map(Optimization::origin).orElseGet(setting::declaration);
    }

    /** Why {@code setting} has the default that it has, {@code null} if it is the same everywhere. */
    @Nullable
    String reasonOf(Setting setting) {
        return inForce(setting)
                .map(Optimization::because)
                .or(() -> ofKindAlone(setting).map(Default::because))
                .filter(reason -> !reason.isEmpty())
                .orElse(null);
    }

    /** What replaces the plain default of {@code setting} in this environment, whether the switch allows it or not. */
    Optional<Optimization> optimization(Setting setting) {
        if (setting.plainDefault().isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(byMachine.get(setting.key()))
                .or(() -> setting.defaultOf(environment.kind()).map(it -> ofKind(setting, it)));
    }

    private Optional<Optimization> inForce(Setting setting) {
        return isOptimized ? optimization(setting) : Optional.empty();
    }

    private @Nullable String withoutOptimization(Setting setting) {
        return setting.plainDefault()
                .or(() -> ofKindAlone(setting))
                .map(Default::value)
                .orElse(null);
    }

    private Optional<Default> ofKindAlone(Setting setting) {
        return setting.plainDefault().isPresent() ? Optional.empty() : setting.defaultOf(environment.kind());
    }

    private static Optimization ofKind(Setting setting, Default declared) {
        Origin record = setting.declaration();
        return new Optimization(
                declared.value(), declared.because(), Origin.of(record.source(), Origin.Kind.OPTIMIZATION));
    }
}
