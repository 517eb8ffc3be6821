package dev.renum.config;

import dev.renum.config.source.Places;
import java.util.List;

/**
 * What a builder was told, once and for all.
 *
 * @param application the name of the application
 * @param sections the records to read, the module's own too
 * @param places where to read
 */
record ConfigSetup(String application, List<Class<?>> sections, Places places) {
    ConfigSetup {
        sections = List.copyOf(sections);
    }
}
