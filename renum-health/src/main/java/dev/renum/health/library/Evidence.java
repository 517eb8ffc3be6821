package dev.renum.health.library;

/** What says which library an archive is, best first. */
public enum Evidence {
    /** {@code META-INF/maven/…/pom.properties}, which Maven writes with group, name and version. */
    POM_PROPERTIES("pom.properties"),
    /** {@code META-INF/MANIFEST.MF}, which a fat jar often takes over from one of its parts. */
    MANIFEST("manifest"),
    /** The name of the file, which anybody may change. */
    FILE_NAME("file name");

    private final String text;

    Evidence(String text) {
        this.text = text;
    }

    /** As a person would call it. */
    public String text() {
        return text;
    }
}
