package dev.renum.health.dependency;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.MetricSink;
import dev.renum.health.HealthMonitor;
import java.time.Clock;
import java.util.List;

/** Looks at nothing. */
final class DisabledValidator implements DependencyValidator {
    private final HealthMonitor health;
    private final Clock clock;

    DisabledValidator(HealthMonitor health, Clock clock) {
        this.health = health;
        this.clock = clock;
    }

    @Override
    public ValidationReport validateAllDependencies() {
        return new Judgement().report(clock.instant(), ValidationStatus.DISABLED);
    }

    @Override
    public CompatibilityReport checkVersionCompatibility() {
        return new Judgement().compatibility(clock.instant(), ValidationStatus.DISABLED);
    }

    @Override
    public HealthReport generateHealthReport() {
        return new HealthReport(
                clock.instant(), health.snapshot(), validateAllDependencies(), checkVersionCompatibility());
    }

    @Override
    public ValidationReport latest() {
        return validateAllDependencies();
    }

    @Override
    public List<CheckSpec> checks() {
        return List.of(CheckSpec.of(BackgroundValidator.CHECK, () -> ValidatorFigures.result(latest())));
    }

    @Override
    public void measure(MetricSink sink) {}

    @Override
    public void close() {}
}
