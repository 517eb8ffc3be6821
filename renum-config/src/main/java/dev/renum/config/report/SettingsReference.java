package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Every setting that an application can have. Its {@code toString} is Markdown.
 *
 * @param application the name of the application
 * @param settings the settings
 */
public record SettingsReference(String application, List<SettingDescription> settings) {
    /** Copies the settings. */
    public SettingsReference {
        requireNonNull(application, "application");
        settings = List.copyOf(settings);
    }

    /** The reference as Markdown: a table for each section, in the order of their keys. The same settings give the same text on every machine. */
    @Override
    public String toString() {
        return ReferenceMarkdown.of(this);
    }
}
