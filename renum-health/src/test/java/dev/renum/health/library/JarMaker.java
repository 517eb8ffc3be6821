package dev.renum.health.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Makes jars of every kind. */
public final class JarMaker {
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, Long> zeros = new LinkedHashMap<>();
    private final Set<String> stored = new HashSet<>();

    /** A jar without entries. */
    public static JarMaker jar() {
        return new JarMaker();
    }

    /** Adds an entry with text. */
    public JarMaker with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds an entry. */
    public JarMaker with(String name, byte[] content) {
        entries.putIfAbsent(name, content);
        return this;
    }

    /** Adds an entry that takes a thousandth of what it unpacks to. */
    public JarMaker withZeros(String name, long bytes) {
        zeros.put(name, bytes);
        return this;
    }

    /** Adds what Maven adds. */
    public JarMaker withPom(String group, String name, String version) {
        return with(
                "META-INF/maven/" + group + "/" + name + "/pom.properties",
                "groupId=" + group + "\nartifactId=" + name + "\nversion=" + version + "\n");
    }

    /** Adds a manifest with one attribute a line. */
    public JarMaker withManifest(String... attributes) {
        return with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + String.join("\n", attributes) + "\n");
    }

    /** Adds a class by its binary name; its content is no class file. */
    public JarMaker withClass(String name, String content) {
        return with(name.replace('.', '/') + ".class", content);
    }

    /** Adds a jar as Spring Boot does, not compressed. */
    public JarMaker withStored(String name, byte[] jar) {
        stored.add(name);
        return with(name, jar);
    }

    /** Adds whatever is in {@code jar} and not here yet, as a shading plugin does. */
    public JarMaker withContentOf(Path jar) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    with(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return this;
    }

    /** The bytes of the jar. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(zipEntry(entry.getKey(), entry.getValue()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
            for (Map.Entry<String, Long> entry : zeros.entrySet()) {
                writeZeros(zip, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes the jar. */
    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    /** The jars that the build has put aside for tests. */
    public static List<Path> real() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("renum.test.jars")))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static void writeZeros(ZipOutputStream zip, String name, long bytes) throws IOException {
        byte[] block = new byte[1 << 16];
        zip.putNextEntry(new ZipEntry(name));
        for (long written = 0; written < bytes; written += block.length) {
            zip.write(block);
        }
        zip.closeEntry();
    }

    private ZipEntry zipEntry(String name, byte[] content) {
        ZipEntry entry = new ZipEntry(name);
        if (stored.contains(name)) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        return entry;
    }
}
