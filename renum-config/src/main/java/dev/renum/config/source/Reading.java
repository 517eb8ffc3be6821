package dev.renum.config.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what one load reads, and what it could not read. */
final class Reading {
    private static final int MAX_BYTES = 4 << 20;

    private final List<Layer> layers = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Path> files = new LinkedHashSet<>();
    private final Set<Path> directories = new LinkedHashSet<>();
    private final Map<Path, Path> versions = new HashMap<>();
    private final Fingerprint fingerprint = new Fingerprint();
    private @Nullable Origin ignoredEnvFile;

    /** Notes that files were looked for there, whether any was found or not. */
    void directory(Folder folder) {
        directories.add(folder.path());
        Path version = folder.version();
        if (version != null) {
            versions.put(folder.path(), version);
        }
    }

    /** Notes that {@code file} is there and does not count. */
    void ignoredEnvFile(Origin file) {
        ignoredEnvFile = file;
        fingerprint.add(String.valueOf(file.location()));
    }

    void layer(Layer layer) {
        layers.add(layer);
    }

    /** Reads {@code resource} by {@code parser} into a layer of its own. */
    void file(Origin file, Resource resource, FileParser parser) {
        text(file, "", resource).ifPresent(text -> {
            FileContent content = new FileContent(file);
            parser.parse(text, content);
            layers.add(content.layer());
            problems.addAll(content.problems());
        });
    }

    /** The text of {@code resource}, empty with a problem if there is none; {@code key} is what it sets, empty for many. */
    Optional<String> text(Origin file, String key, Resource resource) {
        try {
            return Optional.of(decoded(bytes(resource)));
        } catch (CharacterCodingException e) {
            problem(ConfigCode.MALFORMED_FILE, file, key, "is not UTF-8", "save the file as UTF-8");
        } catch (IOException e) {
            problem(ConfigCode.SOURCE_UNREADABLE, file, key, "cannot be read: " + reason(e), "make it a readable file");
        }
        return Optional.empty();
    }

    void problem(ConfigCode code, Origin origin, String key, String message, @Nullable String cure) {
        String subject = key.isEmpty() ? origin.source() : key;
        fingerprint.add(code.id(), origin.toString(), String.valueOf(origin.location()), message);
        problems.add(Problem.of(Finding.of(code, subject, message, cure), key, origin));
    }

    Sources sources(Map<String, String> variables) {
        boolean isComplete = problems.stream().noneMatch(Reading::hidesKeys);
        return new Sources(
                layers,
                problems,
                variables,
                isComplete,
                ignoredEnvFile,
                List.copyOf(files),
                List.copyOf(directories),
                versions,
                fingerprint.finish());
    }

    private byte[] bytes(Resource resource) throws IOException {
        Path path = resource.path();
        if (path != null && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            files.add(path);
        }
        try (InputStream in = resource.open()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is larger than " + (MAX_BYTES >> 20) + " MiB");
            }
            fingerprint.add(resource.location(), bytes);
            return bytes;
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** A problem of a whole source, but not one that two sources are there. */
    private static boolean hidesKeys(Problem problem) {
        return problem.key().isEmpty() && !problem.finding().code().equals(ConfigCode.AMBIGUOUS_FILE.id());
    }

    static String reason(IOException e) {
        return e instanceof FileSystemException f
                ? Optional.ofNullable(f.getReason()).orElse(f.getClass().getSimpleName())
                : String.valueOf(e.getMessage());
    }
}
