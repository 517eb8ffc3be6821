package dev.renum.health.library;

/**
 * What an archive requires, unread.
 *
 * @param location the archive
 * @param text the content of its {@code META-INF/renum/dependencies.json}
 */
public record RequirementsText(String location, String text) {
    /** Where archives say what they require. */
    public static final String ENTRY = "META-INF/renum/dependencies.json";
}
