package dev.renum.health.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the name of a jar tells: {@code log4j-1.2-api-2.20.0.jar} is {@code log4j-1.2-api} in version {@code 2.20.0}. */
record FileName(String stem, String name, @Nullable String version) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    /** Words that belong to a version, so that a number after them does as well. */
    private static final Set<String> QUALIFIERS = Set.of(
            "alpha",
            "beta",
            "b",
            "m",
            "milestone",
            "rc",
            "cr",
            "sp",
            "ga",
            "final",
            "release",
            "snapshot",
            "jre",
            "jdk",
            "android",
            "incubating",
            "preview",
            "pre",
            "ea");

    static FileName of(String file) {
        String stem = file.toLowerCase(Locale.ROOT).endsWith(".jar") ? file.substring(0, file.length() - 4) : file;
        String[] parts = stem.split("-", -1);
        int start = versionStart(parts);
        if (start < 0) {
            return new FileName(stem, stem, null);
        }
        return new FileName(stem, join(parts, 0, start), join(parts, start, parts.length));
    }

    /** Whether it may be the file of the artifact: its name, and behind that nothing or something else than more of a name. */
    boolean isOf(String artifact) {
        boolean isMore = name.equals(artifact) || startsWithDigit(stem, artifact.length() + 1);
        return stem.equals(artifact) || (stem.startsWith(artifact + "-") && isMore);
    }

    private static int versionStart(String[] parts) {
        int start = -1;
        for (int i = 1; i < parts.length; i++) {
            if (startsWithDigit(parts[i], 0) && (start < 0 || isName(parts[i - 1]))) {
                start = i;
            }
        }
        return start;
    }

    private static boolean isName(String part) {
        return WORD.matcher(part).matches() && !QUALIFIERS.contains(part.toLowerCase(Locale.ROOT));
    }

    private static boolean startsWithDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static String join(String[] parts, int from, int to) {
        return String.join("-", Arrays.asList(parts).subList(from, to));
    }
}
