package dev.renum.health.library;

import dev.renum.core.Failures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps of one archive what tells something about libraries. What is wrong with a single entry is a trouble, and the others still count. */
final class ArchiveFacts implements Entry.Visitor {
    private static final int MAX_MANIFEST = 512 << 10;
    private static final int MAX_POM = 64 << 10;
    private static final int MAX_REQUIREMENTS = 256 << 10;
    private static final int MAX_POMS = 1_000;
    private static final int MAX_NESTED = 5_000;

    private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");
    private static final Pattern NESTED =
            Pattern.compile("(?:BOOT-INF/lib|WEB-INF/lib|WEB-INF/lib-provided)/[^/]+\\.jar");

    private final String location;
    private final String fileName;
    private final ClassIndex classes;
    private final Consumer<Trouble> troubles;
    private final int archive;

    private final List<Pom> poms = new ArrayList<>();
    private final List<String> nested = new ArrayList<>();
    private ManifestFacts manifest = ManifestFacts.NONE;
    private @Nullable String requirements;

    ArchiveFacts(String location, String fileName, ClassIndex classes, Consumer<Trouble> troubles) {
        this.location = location;
        this.fileName = fileName;
        this.classes = classes;
        this.troubles = troubles;
        this.archive = classes.archive(location);
    }

    @Override
    public void visit(Entry entry) throws IOException {
        String name = entry.name();
        if (name.endsWith(".class")) {
            classes.add(archive, name, entry.crc());
            return;
        }
        try {
            keep(name, entry);
        } catch (TooLargeException e) {
            troubles.accept(new Trouble(Trouble.Kind.TOO_LARGE, place(name), Failures.message(e)));
        }
    }

    String location() {
        return location;
    }

    String fileName() {
        return fileName;
    }

    List<Pom> poms() {
        return poms;
    }

    ManifestFacts manifest() {
        return manifest;
    }

    @Nullable
    String requirements() {
        return requirements;
    }

    /** The archives inside of it, by the names of their entries. */
    List<String> nested() {
        return nested;
    }

    private void keep(String name, Entry entry) throws IOException {
        if (name.equals("META-INF/MANIFEST.MF")) {
            manifest = manifest(entry.read(MAX_MANIFEST));
        } else if (name.equals(RequirementsText.ENTRY)) {
            requirements = new String(entry.read(MAX_REQUIREMENTS), StandardCharsets.UTF_8);
        } else if (NESTED.matcher(name).matches()) {
            addNested(name);
        } else if (POM.matcher(name).matches()) {
            addPom(name, entry);
        }
    }

    private ManifestFacts manifest(byte[] content) {
        try {
            return ManifestFacts.parse(content);
        } catch (IOException | IllegalArgumentException e) {
            unreadable("META-INF/MANIFEST.MF", e);
            return ManifestFacts.NONE;
        }
    }

    private void addPom(String name, Entry entry) throws IOException {
        if (poms.size() == MAX_POMS) {
            throw new TooLargeException("has more than " + MAX_POMS + " pom.properties");
        }
        byte[] content = entry.read(MAX_POM);
        try {
            poms.add(Pom.parse(content));
        } catch (IOException e) {
            unreadable(name, e);
        }
    }

    private void addNested(String name) throws TooLargeException {
        if (nested.size() == MAX_NESTED) {
            throw new TooLargeException("has more than " + MAX_NESTED + " jars inside");
        }
        nested.add(name);
    }

    private void unreadable(String name, Exception e) {
        troubles.accept(new Trouble(Trouble.Kind.UNREADABLE, place(name), Failures.message(e)));
    }

    private String place(String entry) {
        return location + "!/" + entry;
    }
}
