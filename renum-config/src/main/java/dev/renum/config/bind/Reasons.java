package dev.renum.config.bind;

import dev.renum.config.report.OptimizationReport;
import dev.renum.config.report.Origin;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows why the settings of one load have the values that they have.
 *
 * @param resolver what the sources have
 * @param catalog what the sections declare
 * @param defaults what holds where no source has anything
 */
record Reasons(Resolver resolver, Catalog catalog, Defaults defaults) {
    /** Tells what came of the optimizations among {@code settings}. */
    OptimizationReport optimizations(Map<String, BoundSetting> settings) {
        List<OptimizationReport.Line> lines = catalog.withValue().stream()
                .flatMap(declared -> line(declared, settings.get(declared.key())))
                .toList();
        return new OptimizationReport(defaults.environment(), defaults.isOptimized(), lines);
    }

    private Stream<OptimizationReport.Line> line(Declared declared, @Nullable BoundSetting bound) {
        return bound == null || !counts(bound)
                ? Stream.empty()
                : defaults
                        .optimization(declared.setting())
                        .map(it -> OptimizationLine.of(declared, bound, it))
                        .stream();
    }

    /** Without the switch, only what a running application keeps until its restart. */
    private boolean counts(BoundSetting bound) {
        return defaults.isOptimized() || bound.origin().kind() == Origin.Kind.OPTIMIZATION;
    }
}
