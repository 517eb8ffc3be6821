package dev.renum.health.library;

import dev.renum.core.Failures;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the jars and directories that classes may come from. No way finds all of them: {@code java.class.path} is only a launcher's jar under
 * some launchers, loaders of containers show no URLs, and jars without a manifest are no resource.
 */
final class ClassPath {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final Pattern REMOTE = Pattern.compile("(?i)^(?:jar:)?(?:https?|ftp):.*");

    private final Set<Path> roots = new LinkedHashSet<>();
    private final List<URL> elsewhere = new ArrayList<>();
    private final Consumer<Trouble> troubles;

    private ClassPath(Consumer<Trouble> troubles) {
        this.troubles = troubles;
    }

    /** Asks {@code loader} and its parents, the property {@code java.class.path}, and the module layers. */
    static ClassPath of(ClassLoader loader, Consumer<Trouble> troubles) {
        ClassPath path = new ClassPath(troubles);
        path.addProperty(System.getProperty("java.class.path", ""));
        path.addLayers(ClassPath.class.getModule().getLayer());
        path.addLoaders(loader);
        path.addResources(loader, MANIFEST);
        path.addResources(loader, RequirementsText.ENTRY);
        return path;
    }

    /** Jars and directories, each once, in the order found. */
    Set<Path> roots() {
        return Collections.unmodifiableSet(roots);
    }

    /** Requirements that a loader shows, but no file of this machine holds. */
    List<URL> elsewhere() {
        return Collections.unmodifiableList(elsewhere);
    }

    private void addProperty(String classPath) {
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
            try {
                if (!entry.isEmpty()) {
                    add(Path.of(entry));
                }
            } catch (InvalidPathException e) {
                troubles.accept(new Trouble(Trouble.Kind.ABSENT, entry, "is no path"));
            }
        }
    }

    private void addLayers(@Nullable ModuleLayer own) {
        Deque<ModuleLayer> layers = new ArrayDeque<>();
        layers.add(ModuleLayer.boot());
        if (own != null) {
            layers.add(own);
        }
        Set<ModuleLayer> seen = new LinkedHashSet<>();
        while (!layers.isEmpty()) {
            ModuleLayer layer = layers.remove();
            if (seen.add(layer)) {
                layer.configuration().modules().forEach(this::addModule);
                layers.addAll(layer.parents());
            }
        }
    }

    private void addModule(ResolvedModule module) {
        ModuleReference reference = module.reference();
        reference.location().flatMap(ClassPath::file).ifPresent(this::add);
    }

    private void addLoaders(@Nullable ClassLoader loader) {
        for (ClassLoader one = loader; one != null; one = one.getParent()) {
            if (one instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    JarUrl.root(url.toString(), "").ifPresent(this::add);
                }
            }
        }
    }

    /** A loader is code of the host, which may fail in any way. */
    private void addResources(ClassLoader loader, String name) {
        try {
            Collections.list(loader.getResources(name)).forEach(url -> addResource(url, name));
        } catch (IOException | RuntimeException | LinkageError e) {
            troubles.accept(new Trouble(
                    Trouble.Kind.UNREADABLE,
                    loader.getClass().getName(),
                    "does not list " + name + ": " + Failures.text(e)));
        }
    }

    private void addResource(URL url, String name) {
        Optional<Path> root = JarUrl.root(url.toString(), name);
        root.ifPresent(this::add);
        if (root.isEmpty()
                && name.equals(RequirementsText.ENTRY)
                && !REMOTE.matcher(url.toString()).matches()) {
            elsewhere.add(url);
        }
    }

    private void add(Path root) {
        roots.add(root.toAbsolutePath().normalize());
    }

    private static Optional<Path> file(URI location) {
        try {
            return "file".equals(location.getScheme()) ? Optional.of(Path.of(location)) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
