package dev.renum.health.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The files in which Linux tells of itself.
 *
 * @param root {@code /}, or what stands for it
 */
record LinuxFiles(Path root) {
    /** Where {@code absolute} is below the root; a slash at the beginning makes no difference. */
    Path path(String absolute) {
        return root.resolve(absolute.startsWith("/") ? absolute.substring(1) : absolute);
    }

    /** The lines of a file; none if it cannot be read. */
    List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }

    List<String> lines(String absolute) {
        return lines(path(absolute));
    }

    /** The first word of a file as a number; not known if the file cannot be read or begins with something else. */
    double number(Path file) {
        List<String> lines = lines(file);
        return lines.isEmpty() ? Double.NaN : number(lines.get(0).trim());
    }

    /** The number after {@code key} in a file of keys and values; not known if there is none. */
    double valueOf(String key, List<String> lines) {
        OptionalDouble found = lines.stream()
                .map(line -> words(line))
                .filter(words -> words.length > 1 && words[0].equals(key))
                .mapToDouble(words -> number(words[1]))
                .findFirst();
        return found.orElse(Double.NaN);
    }

    static String[] words(String line) {
        return line.trim().split("[\\s]+");
    }

    static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
