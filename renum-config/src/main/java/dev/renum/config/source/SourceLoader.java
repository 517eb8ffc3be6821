package dev.renum.config.source;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Origin.Kind;
import dev.renum.core.Environment;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads every source of one environment, weakest first.
 *
 * <p>A file that cannot be read or understood becomes a problem; the other files are read all the same, so that one report has
 * everything.
 */
public final class SourceLoader {
    /** The strength of environment variables. */
    public static final int VARIABLE_ORDINAL = 300;

    /** The strength of the weakest layer of the host's code. */
    public static final int CODE_ORDINAL = 500;

    private static final int SECRET_ORDINAL = 200;
    private static final int ENV_FILE_ORDINAL = 250;
    private static final int PROPERTY_ORDINAL = 400;
    private static final String ENV_FILE = ".env";
    private static final String WORKING_DIRECTORY = "user.dir";
    private static final List<String> YAML = List.of("yaml", "yml");

    private static final String YAML_CURE = "add org.snakeyaml:snakeyaml-engine (on a module path also"
            + " --add-modules org.snakeyaml.engine), or write the file as .properties";

    private final Places places;
    private final @Nullable Folder directory;
    private final Reading reading = new Reading();

    private SourceLoader(Places places) {
        this.places = places;
        this.directory = places.directory() == null ? null : Folder.of(places.directory());
    }

    /** Reads {@code places} for {@code environment}, and takes the system properties of {@code process} as a source. */
    public static Sources load(Places places, Environment environment, ProcessValues process) {
        return new SourceLoader(places).load(environment, process);
    }

    private Sources load(Environment environment, ProcessValues process) {
        String specific = "application-" + environment.name();
        level(Kind.CLASS_PATH, "application", 100);
        level(Kind.CLASS_PATH, specific, 110);
        if (directory != null && isThere(directory, Kind.DIRECTORY)) {
            level(Kind.DIRECTORY, "application", 120);
            level(Kind.DIRECTORY, specific, 130);
        }
        secrets();
        envFile(environment, process);
        Origin properties = Origin.of("system properties", Kind.SYSTEM_PROPERTY, PROPERTY_ORDINAL);
        reading.layer(Layer.of(properties, "-D", process.properties()));
        places.layers().forEach(reading::layer);
        return reading.sources(process.variables());
    }

    private boolean isThere(Folder folder, Kind kind) {
        reading.directory(folder);
        if (!folder.isDirectory()) {
            reading.problem(
                    ConfigCode.SOURCE_UNREADABLE,
                    directoryOrigin(folder, kind, 0),
                    "",
                    "is not a directory",
                    "create it, or name another one");
        }
        return folder.isDirectory();
    }

    /** The file {@code name} in its formats; only one of them may be there. */
    private void level(Kind kind, String name, int ordinal) {
        Map<Origin, Resource> found = new LinkedHashMap<>();
        for (String extension : List.of("properties", "yaml", "yml")) {
            String file = name + "." + extension;
            resource(kind, file).ifPresent(it -> found.put(it.origin(file, kind, ordinal), it));
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
        String message = "stands beside " + others + ", and nobody can tell which one counts";
        reading.problem(ConfigCode.AMBIGUOUS_FILE, last, "", message, "keep one format");
    }

    private void read(Origin file, Resource resource) {
        Optional<FileParser> parser = parser(file.source());
        if (parser.isPresent()) {
            reading.file(file, resource, parser.get());
            return;
        }
        String missing = "cannot be read, because the YAML engine is not there";
        reading.problem(ConfigCode.YAML_ENGINE_MISSING, file, "", missing, YAML_CURE);
    }

    private void secrets() {
        if (places.secretsDirectory() == null) {
            return;
        }
        Folder folder = Folder.of(places.secretsDirectory());
        if (isThere(folder, Kind.SECRET_FILE)) {
            SecretFiles.read(folder, directoryOrigin(folder, Kind.SECRET_FILE, SECRET_ORDINAL), reading);
        }
    }

    /** A developer's own variables, in the external directory or else where the process was started. */
    private void envFile(Environment environment, ProcessValues process) {
        String started = process.properties().get(WORKING_DIRECTORY);
        Folder folder = directory == null && started != null ? Folder.of(Path.of(started)) : directory;
        if (folder == null) {
            return;
        }
        reading.directory(folder);
        folder.find(ENV_FILE).ifPresent(resource -> {
            Origin file = resource.origin(ENV_FILE, Kind.ENV_FILE, ENV_FILE_ORDINAL);
            if (environment.isProduction()) {
                reading.ignoredEnvFile(file);
            } else {
                reading.file(file, resource, new EnvFileParser());
            }
        });
    }

    private Optional<? extends Resource> resource(Kind kind, String file) {
        if (kind == Kind.CLASS_PATH) {
            URL url = places.classLoader().getResource(file);
            return Optional.ofNullable(url).map(Resource.OfUrl::new);
        }
        return Optional.ofNullable(directory).flatMap(folder -> folder.find(file));
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

    private static Origin directoryOrigin(Folder folder, Kind kind, int ordinal) {
        return new Origin(folder.path().toString(), kind, folder.path().toString(), 0, 0, ordinal);
    }
}
