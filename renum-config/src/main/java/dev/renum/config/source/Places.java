package dev.renum.config.source;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration of an application lies.
 *
 * @param classLoader finds the files of the class path
 * @param directory the external directory, or {@code null} without one
 * @param secretsDirectory the directory with one file per secret, or {@code null} without one
 * @param layers what the host's code brings, weakest first
 */
public record Places(
        ClassLoader classLoader,
        @Nullable Path directory,
        @Nullable Path secretsDirectory,
        List<Layer> layers) {
    /** Copies the layers. */
    public Places {
        layers = List.copyOf(layers);
    }

    /** The same places without the secrets, which belong to the process. */
    public Places withoutSecrets() {
        return new Places(classLoader, directory, null, layers);
    }
}
