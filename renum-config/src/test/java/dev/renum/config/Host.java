package dev.renum.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Problem;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A host with files, variables and properties of its own, and one section. */
public final class Host {
    final Map<String, String> variables = new TreeMap<>();
    final Map<String, String> properties = new TreeMap<>();
    private final ClassPath classPath;
    private final Class<?> section;

    Host(Path folder, Class<?> section) {
        this.classPath = new ClassPath(folder);
        this.section = section;
    }

    Host file(String name, String... lines) {
        classPath.file(name, lines);
        return this;
    }

    Host variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    EnvironmentConfigManager.Builder builder() {
        return EnvironmentConfigManager.builder()
                .application("shop")
                .environment(Environment.DEV)
                .sections(section)
                .classLoader(classPath.loader())
                .watch(false)
                .process(() -> new ProcessValues(variables, properties));
    }

    <S> S read(Class<S> type) {
        return builder().build().get(type);
    }

    ConfigReport report() {
        return catchThrowableOfType(
                        ConfigurationException.class, () -> builder().build())
                .report();
    }

    List<Problem> warnings() {
        return builder().build().current().warnings();
    }
}
