package dev.renum.config;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Loads {@link OperatedSettings} without putting anything in force, on the last day of January 2030. */
final class Candidates {
    static final Clock LAST_DAY = Clock.fixed(Instant.parse("2030-01-31T23:59:59Z"), ZoneOffset.UTC);

    private final ClassPath classPath;
    private ProcessValues process = new ProcessValues(Map.of(), Map.of());

    Candidates(Path folder) {
        this.classPath = new ClassPath(folder);
    }

    Candidates file(List<String> lines) {
        classPath.file("application.properties", lines.toArray(String[]::new));
        return this;
    }

    Candidates process(ProcessValues process) {
        this.process = process;
        return this;
    }

    ConfigReport report(Environment environment, UnaryOperator<EnvironmentConfigManager.Builder> more) {
        EnvironmentConfigManager.Builder builder = EnvironmentConfigManager.builder()
                .application("app")
                .sections(OperatedSettings.class)
                .classLoader(classPath.loader())
                .clock(LAST_DAY);
        return more.apply(builder).load(process).load(environment, process).report();
    }
}
