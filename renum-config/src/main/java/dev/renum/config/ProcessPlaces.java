package dev.renum.config;

import dev.renum.config.bind.Binding;
import dev.renum.config.bind.ProblemLog;
import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Finding;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The directories that an operator names to the process: what {@code renum.config.directory} and {@code secrets-directory} mean. */
final class ProcessPlaces {
    private ProcessPlaces() {}

    /** The external directory; {@code byCode} if the process names none. */
    static @Nullable Path directory(ProcessValues process, @Nullable Path byCode) {
        return named(ConfigSettings.DIRECTORY, process, byCode);
    }

    /** The secrets directory; {@code byCode} if the process names none. */
    static @Nullable Path secretsDirectory(ProcessValues process, @Nullable Path byCode) {
        return named(ConfigSettings.SECRETS_DIRECTORY, process, byCode);
    }

    private static @Nullable Path named(String key, ProcessValues process, @Nullable Path byCode) {
        String property = process.properties().getOrDefault(key, "");
        String named = property.isBlank() ? process.variable(key) : property;
        try {
            return named.isBlank() ? byCode : Path.of(named.strip());
        } catch (InvalidPathException e) {
            return byCode; // the problem is found when the section is bound
        }
    }

    /** Warns of one that a file names: files are found by it, so that comes too late. */
    static void check(Binding binding, ProblemLog problems) {
        for (String key : List.of(ConfigSettings.DIRECTORY, ConfigSettings.SECRETS_DIRECTORY)) {
            binding.find(key)
                    .filter(setting -> !setting.isDefault()
                            && !isOfProcess(setting.origin().kind()))
                    .ifPresent(setting -> problems.general(setting, ignored(key)));
        }
    }

    private static boolean isOfProcess(Origin.Kind kind) {
        return switch (kind) {
            case ENVIRONMENT_VARIABLE, SYSTEM_PROPERTY -> true;
            default -> false;
        };
    }

    private static Finding ignored(String key) {
        return Finding.of(
                ConfigCode.WITHOUT_EFFECT,
                key,
                "has no effect here, because only the process can say where files are",
                "set the variable " + ProcessValues.variableName(key) + " or -D" + key);
    }
}
