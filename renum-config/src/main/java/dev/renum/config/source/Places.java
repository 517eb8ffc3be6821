package dev.renum.config.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration of an application lies.
 *
 * @param classLoader finds the files of the class path
 * @param directory the external directory, or {@code null} without one
 */
public record Places(ClassLoader classLoader, @Nullable Path directory) {}
