package dev.renum.health.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a manifest tells of its archive. {@code Specification-Version} is not asked: it is that of an API, whoever implements it. */
record ManifestFacts(
        @Nullable String vendorId,
        @Nullable String bundle,
        @Nullable String title,
        List<String> versions,
        List<String> classPath) {
    static final ManifestFacts NONE = new ManifestFacts(null, null, null, List.of(), List.of());

    private static final Pattern GROUP = Pattern.compile("[a-zA-Z][\\w-]*(\\.[\\w-]+)+");
    private static final Pattern VERSION = Pattern.compile("\\d[A-Za-z0-9_.+-]{0,127}");
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final int MAX_CLASS_PATH = 5_000;

    static ManifestFacts parse(byte[] content) throws IOException {
        Attributes main = new Manifest(new ByteArrayInputStream(content)).getMainAttributes();
        return new ManifestFacts(
                matching(GROUP, main.getValue("Implementation-Vendor-Id")),
                symbolicName(main.getValue("Bundle-SymbolicName")),
                main.getValue(Attributes.Name.IMPLEMENTATION_TITLE),
                versions(main),
                classPath(main.getValue(Attributes.Name.CLASS_PATH)));
    }

    /** Whether it says that the archive is the artifact. */
    boolean names(String artifact) {
        return artifact.equals(title)
                || (bundle != null && (bundle.equals(artifact) || bundle.endsWith("." + artifact)));
    }

    private static List<String> versions(Attributes main) {
        return Stream.of("Implementation-Version", "Bundle-Version")
                .map(name -> matching(VERSION, main.getValue(name)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String symbolicName(@Nullable String bundle) {
        return bundle == null ? null : bundle.split(";", 2)[0].strip();
    }

    private static List<String> classPath(@Nullable String value) {
        return value == null || value.isBlank()
                ? List.of()
                : BLANK.splitAsStream(value.strip()).limit(MAX_CLASS_PATH).toList();
    }

    private static @Nullable String matching(Pattern allowed, @Nullable String value) {
        return value != null && allowed.matcher(value.strip()).matches() ? value.strip() : null;
    }
}
