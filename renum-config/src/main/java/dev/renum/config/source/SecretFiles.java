package dev.renum.config.source;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads a directory with one file per secret, as Kubernetes mounts them.
 *
 * <p>The name of a file is its key; directories in it are groups of keys, {@code db/password} is {@code db.password}. The content is the value as it
 * is, except that a text of one line loses the end of that line: editors and {@code echo} add one.
 */
final class SecretFiles {
    private static final int MAX_FILES = 1_000;
    private static final int MAX_DIRECTORIES = 100;
    private static final int MAX_DEPTH = 8;

    private final String name;
    private final Origin directory;
    private final Reading reading;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private int files;
    private int directories;

    private SecretFiles(String name, Origin directory, Reading reading) {
        this.name = name;
        this.directory = directory;
        this.reading = reading;
    }

    /** Reads {@code folder} as a layer of {@code reading}. */
    static void read(Folder folder, Origin directory, Reading reading) {
        SecretFiles secrets = new SecretFiles(folder.name(), directory, reading);
        secrets.folder(folder, "", 1);
        reading.layer(new Layer(directory, secrets.entries, Map.of()));
    }

    private void folder(Folder folder, String prefix, int depth) {
        reading.directory(folder);
        try {
            for (String name : folder.names()) {
                folder.find(name).ifPresent(resource -> entry(folder, resource, prefix + name, depth));
            }
        } catch (IOException e) {
            refuse("cannot be listed: " + Reading.reason(e), "let the user of the process read it");
        }
    }

    private void entry(Folder folder, Resource.OfPath resource, String path, int depth) {
        if (!Files.isDirectory(resource.target())) {
            file(resource, path);
            return;
        }
        if (depth == MAX_DEPTH) {
            refuse("has directories in more than " + MAX_DEPTH + " levels", "name the directory that has the secrets");
        } else if (++directories > MAX_DIRECTORIES) {
            refuse("has more than " + MAX_DIRECTORIES + " directories", "name the directory that has the secrets");
        } else {
            folder(folder.below(resource), path + "/", depth + 1);
        }
    }

    private void file(Resource resource, String path) {
        if (++files > MAX_FILES) {
            refuse("has more than " + MAX_FILES + " files", "name the directory that has the secrets");
            return;
        }
        String key = path.replace('/', '.');
        Origin origin = resource.origin(name + "/" + path, Origin.Kind.SECRET_FILE, directory.ordinal());
        reading.text(origin, key, resource)
                .ifPresent(text -> entry(new Entry(key, withoutLineEnd(text), origin, origin, "")));
    }

    private void entry(Entry entry) {
        Entry first = entries.putIfAbsent(entry.key(), entry);
        if (first != null) {
            reading.problem(
                    ConfigCode.DUPLICATE_KEY,
                    entry.origin(),
                    entry.key(),
                    "has a second file beside " + first.origin().source(),
                    "keep one of the two files");
        }
    }

    /** Once for each reason. */
    private void refuse(String message, String cure) {
        if (refused.add(message)) {
            reading.problem(ConfigCode.SOURCE_UNREADABLE, directory, "", message, cure);
        }
    }

    /** A text of several lines, such as a key in PEM format, stays as it is. */
    private static String withoutLineEnd(String text) {
        int end = text.indexOf('\n');
        if (end < 0 || end < text.length() - 1) {
            return text;
        }
        return text.substring(0, end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end);
    }
}
