package dev.renum.health.library;

import dev.renum.core.Failures;
import dev.renum.health.library.Trouble.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;

/** Looks through everything on the class path and the module path. Ends early, with what it has, if its thread is interrupted. */
public final class InventoryScan {
    private static final int MAX_ROOTS = 10_000;
    private static final int MAX_TROUBLES = 200;
    private static final int MAX_REQUIREMENTS = 256 << 10;

    private final ClassIndex classes = new ClassIndex();
    private final List<Library> libraries = new ArrayList<>();
    private final List<RequirementsText> requirements = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private final Deque<Path> open = new ArrayDeque<>();
    private int ignoredRoots;
    private int untold;

    private InventoryScan() {}

    /** What {@code loader}, its parents, the class path and the module path of the JVM show. Blocks on the disk; never throws. */
    public static Inventory of(ClassLoader loader) {
        InventoryScan scan = new InventoryScan();
        ClassPath path = ClassPath.of(loader, scan::add);
        path.roots().forEach(scan::enqueue);
        scan.run();
        path.elsewhere().forEach(scan::elsewhere);
        return scan.inventory();
    }

    /** What is in {@code roots}, and in what their manifests lead to, alone. */
    static Inventory of(Collection<Path> roots) {
        InventoryScan scan = new InventoryScan();
        roots.forEach(scan::enqueue);
        scan.run();
        return scan.inventory();
    }

    private Inventory inventory() {
        leftOut(classes.ignored(), "classes too many to compare all of them");
        leftOut(ignoredRoots, "entries too many to look at all of them");
        leftOut(untold, "more troubles than the " + MAX_TROUBLES + " that are told");
        return new Inventory(classes.archives(), libraries, requirements, classes.overlaps(), troubles);
    }

    /** What was left out is said, however many troubles there are. */
    private void leftOut(int count, String what) {
        if (count > 0) {
            troubles.add(new Trouble(Kind.TOO_LARGE, "class path", "has " + count + " " + what));
        }
    }

    private void run() {
        while (!open.isEmpty() && !Thread.currentThread().isInterrupted()) {
            root(open.remove());
        }
    }

    private void enqueue(Path root) {
        Path real = real(root);
        if (seen.size() == MAX_ROOTS && !seen.contains(real)) {
            ignoredRoots++;
        } else if (seen.add(real)) {
            open.add(root);
        }
    }

    /** Links lead several names to one file. */
    private static Path real(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException | SecurityException e) {
            return root;
        }
    }

    private void root(Path root) {
        try {
            if (Files.isDirectory(root)) {
                directory(root);
            } else if (Files.exists(root)) {
                jar(root);
            } else {
                add(new Trouble(Kind.ABSENT, root.toString(), "does not exist"));
            }
        } catch (IOException | RuntimeException e) {
            trouble(root.toString(), e);
        }
    }

    private void directory(Path root) throws IOException {
        ArchiveFacts facts = new ArchiveFacts(root.toString(), name(root), classes, this::add);
        Directories.visit(root, facts);
        facts.poms().stream().map(pom -> Identification.inDirectory(pom, facts)).forEach(libraries::add);
        keepRequirements(facts);
    }

    private void jar(Path root) throws IOException {
        try (ZipFile zip = new ZipFile(root.toFile())) {
            ArchiveFacts facts = new ArchiveFacts(root.toString(), name(root), classes, this::add);
            Archives.visit(zip, facts);
            keep(facts);
            facts.manifest().classPath().forEach(entry -> enqueueRelative(root, entry));
            for (String nested : facts.nested()) {
                nested(root, zip, nested);
            }
        }
    }

    private void nested(Path root, ZipFile zip, String name) {
        String location = root + "!/" + name;
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            ArchiveFacts facts =
                    new ArchiveFacts(location, name.substring(name.lastIndexOf('/') + 1), classes, this::add);
            Archives.visit(in, facts);
            keep(facts);
        } catch (IOException | RuntimeException e) {
            trouble(location, e);
        }
    }

    /** The JVM ignores such entries if they do not exist, and libraries are full of them. */
    private void enqueueRelative(Path jar, String entry) {
        try {
            Path other = Path.of(jar.toUri().resolve(URI.create(entry)));
            if (Files.exists(other)) {
                enqueue(other);
            }
        } catch (RuntimeException e) {
            trouble(jar + "!/META-INF/MANIFEST.MF", e);
        }
    }

    private void keep(ArchiveFacts facts) {
        libraries.addAll(Identification.of(facts));
        keepRequirements(facts);
    }

    private void keepRequirements(ArchiveFacts facts) {
        String text = facts.requirements();
        if (text != null) {
            requirements.add(new RequirementsText(facts.location(), text));
        }
    }

    private void elsewhere(URL url) {
        try {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                String text = new String(Archives.atMost(MAX_REQUIREMENTS, in), StandardCharsets.UTF_8);
                requirements.add(new RequirementsText(url.toString(), text));
            }
        } catch (IOException | RuntimeException e) {
            trouble(url.toString(), e);
        }
    }

    private void trouble(String location, Exception e) {
        Kind kind = e instanceof TooLargeException ? Kind.TOO_LARGE : Kind.UNREADABLE;
        add(new Trouble(kind, location, Failures.message(e)));
    }

    private void add(Trouble trouble) {
        if (troubles.size() < MAX_TROUBLES) {
            troubles.add(trouble);
        } else {
            untold++;
        }
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
