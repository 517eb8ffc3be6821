package dev.renum.health.library;

import java.util.List;

/**
 * Classes of the same name in two archives.
 *
 * @param first the archive that comes first on the class path
 * @param second the other one
 * @param classes how many names are in both
 * @param different how many of these have different content
 * @param packages packages where they are, three at most; unmodifiable
 */
public record Overlap(String first, String second, int classes, int different, List<String> packages) {
    /** Copies {@code packages}. */
    public Overlap {
        packages = List.copyOf(packages);
    }
}
