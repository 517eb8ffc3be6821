package dev.renum.config.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Origin.Kind;
import dev.renum.config.report.Problem;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads every source of one environment, weakest first.
 *
 * <p>A file that cannot be read or understood becomes a problem; the other files are read all the same, so that one report has
 * everything.
 */
public final class SourceLoader {
    /** The strength of environment variables. */
    public static final int VARIABLE_ORDINAL = 300;

    private static final int PROPERTY_ORDINAL = 400;
    private static final int MAX_BYTES = 4 << 20;
    private static final List<String> YAML = List.of("yaml", "yml");

    private static final String YAML_CURE = "add org.snakeyaml:snakeyaml-engine (on a module path also"
            + " --add-modules org.snakeyaml.engine), or write the file as .properties";

    private final Places places;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private SourceLoader(Places places) {
        this.places = places;
    }

    /** Reads {@code places} for {@code environment}, and takes the system properties of {@code process} as a source. */
    public static Sources load(Places places, Environment environment, ProcessValues process) {
        return new SourceLoader(places).load(environment, process);
    }

    private Sources load(Environment environment, ProcessValues process) {
        Path directory = places.directory();
        String specific = "application-" + environment.name();
        level(Kind.CLASS_PATH, "application", 100);
        level(Kind.CLASS_PATH, specific, 110);
        if (directory != null) {
            checkDirectory(directory);
            level(Kind.DIRECTORY, "application", 120);
            level(Kind.DIRECTORY, specific, 130);
        }
        Origin properties = new Origin("system properties", Kind.SYSTEM_PROPERTY, null, 0, 0, PROPERTY_ORDINAL);
        layers.add(Layer.of(properties, "-D", process.properties()));
        return new Sources(
                layers, problems, process.variables(), problems.stream().noneMatch(SourceLoader::hidesValues));
    }

    private void checkDirectory(Path directory) {
        if (!Files.isDirectory(directory)) {
            Origin origin = new Origin(directory.toString(), Kind.DIRECTORY, directory.toString(), 0, 0, 0);
            problem(ConfigCode.SOURCE_UNREADABLE, origin, "is not a directory", "create it, or name another one");
        }
    }

    /** The file {@code name} in its formats; only one of them may be there. */
    private void level(Kind kind, String name, int ordinal) {
        Map<Origin, Resource> found = new LinkedHashMap<>();
        for (String extension : List.of("properties", "yaml", "yml")) {
            String file = name + "." + extension;
            resource(kind, file).ifPresent(it -> found.put(new Origin(file, kind, it.location(), 0, 0, ordinal), it));
        }
        found.forEach(this::read);
        if (found.size() > 1) {
            ambiguous(List.copyOf(found.keySet()));
        }
    }

    private void ambiguous(List<Origin> files) {
        Origin last = files.get(files.size() - 1);
        String others =
                files.subList(0, files.size() - 1).stream().map(Origin::source).collect(Collectors.joining(" and "));
        problem(
                ConfigCode.AMBIGUOUS_FILE,
                last,
                "stands beside " + others + ", and nobody can tell which one counts",
                "keep one format");
    }

    private void read(Origin file, Resource resource) {
        String missing = "cannot be read, because the YAML engine is not there";
        parser(file.source())
                .ifPresentOrElse(
                        parser -> read(file, resource, parser),
                        () -> problem(ConfigCode.YAML_ENGINE_MISSING, file, missing, YAML_CURE));
    }

    private void read(Origin file, Resource resource, FileParser parser) {
        try {
            FileContent content = new FileContent(file);
            parser.parse(text(resource), content);
            take(content);
        } catch (CharacterCodingException e) {
            problem(ConfigCode.MALFORMED_FILE, file, "is not UTF-8", "save the file as UTF-8");
        } catch (IOException e) {
            problem(ConfigCode.SOURCE_UNREADABLE, file, "cannot be read: " + reason(e), "make it a readable file");
        }
    }

    private void take(FileContent content) {
        layers.add(content.layer());
        problems.addAll(content.problems());
    }

    private static String text(Resource resource) throws IOException {
        byte[] bytes;
        try (InputStream in = resource.open()) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new IOException("it is larger than " + (MAX_BYTES >> 20) + " MiB");
        }
        String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Optional<Resource> resource(Kind kind, String file) {
        if (kind == Kind.CLASS_PATH) {
            return Optional.ofNullable(places.classLoader().getResource(file)).map(UrlResource::new);
        }
        return Optional.ofNullable(places.directory())
                .map(it -> it.resolve(file))
                .filter(it -> Files.exists(it, LinkOption.NOFOLLOW_LINKS))
                .map(PathResource::new);
    }

    private static Optional<FileParser> parser(String file) {
        if (YAML.stream().noneMatch(extension -> file.endsWith("." + extension))) {
            return Optional.of(new PropertiesParser());
        }
        try {
            return Optional.of(new YamlParser());
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    private static boolean hidesValues(Problem problem) {
        String code = problem.finding().code();
        return !code.equals(ConfigCode.AMBIGUOUS_FILE.id()) && !code.equals(ConfigCode.DUPLICATE_KEY.id());
    }

    private void problem(ConfigCode code, Origin origin, String message, String cure) {
        problems.add(Problem.of(Finding.of(code, origin.source(), message, cure), "", origin));
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException f
                ? Optional.ofNullable(f.getReason()).orElse(f.getClass().getSimpleName())
                : String.valueOf(e.getMessage());
    }

    /** A file, wherever it lies. */
    private interface Resource {
        InputStream open() throws IOException;

        String location();
    }

    private record UrlResource(URL url) implements Resource {
        /** Past the cache of connections, which would keep a jar open and its old content alive. */
        @Override
        public InputStream open() throws IOException {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            return connection.getInputStream();
        }

        @Override
        public String location() {
            return url.toString();
        }
    }

    private record PathResource(Path path) implements Resource {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public String location() {
            return path.toAbsolutePath().toString();
        }
    }
}
