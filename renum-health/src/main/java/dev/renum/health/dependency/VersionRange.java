package dev.renum.health.dependency;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;
import org.eclipse.aether.version.VersionRange.Bound;
import org.jspecify.annotations.Nullable;

/**
 * Versions that fit, in Maven's notation: {@code [42.7,43)}, {@code [1.3,)}, {@code [2,3),[4,5)}. A plain version means that one alone.
 *
 * <p>The order is that of Maven, with one correction: {@code [4.1,4.2)} does not contain {@code 4.2.0-RC1}. It is before 4.2, but whoever
 * excludes 4.2 does not mean to let its candidates in. Only a bound that is a pre-release itself does.
 */
final class VersionRange {
    private static final GenericVersionScheme SCHEME = new GenericVersionScheme();
    private static final int MAX_LENGTH = 128;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+-]+");
    private static final Pattern RANGES = Pattern.compile("PART(?:\\s*,\\s*PART)*"
            .replace("PART", "[\\[(]\\s*(?:VERSION)?\\s*(?:,\\s*(?:VERSION)?\\s*)?[\\])]")
            .replace("VERSION", PLAIN.pattern()));
    private static final Pattern PARTS = Pattern.compile("(?<=[])])\\s*,\\s*(?=[\\[(])");
    private static final Pattern PRE_RELEASE =
            Pattern.compile("(?i)(?<=\\d)[._-]?(?:alpha|beta|milestone|rc|cr|snapshot|[abm](?=\\d))(?![a-z]).*$");

    private final String text;
    private final List<org.eclipse.aether.version.VersionRange> parts;

    private VersionRange(String text, List<org.eclipse.aether.version.VersionRange> parts) {
        this.text = text;
        this.parts = parts;
    }

    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException if it is none
     */
    static VersionRange parse(String text) {
        String range = text.strip();
        if (range.length() <= MAX_LENGTH && PLAIN.matcher(range).matches()) {
            return new VersionRange(range, List.of(part("[" + range + "]", range)));
        }
        if (range.length() > MAX_LENGTH || !RANGES.matcher(range).matches()) {
            throw invalid(range, "", null);
        }
        return new VersionRange(
                range, PARTS.splitAsStream(range).map(part -> part(part, range)).toList());
    }

    /** Whether {@code version} fits; text that is no version never does. */
    boolean contains(String version) {
        return version(version).isPresent() && parts.stream().anyMatch(part -> contains(part, version));
    }

    /** The lowest version that fits, if the range says so. */
    Optional<String> lowest() {
        return parts.stream()
                .map(org.eclipse.aether.version.VersionRange::getLowerBound)
                .limit(1)
                .flatMap(
                        bound -> bound == null || !bound.isInclusive() ? Stream.empty() : Stream.of(bound.getVersion()))
                .map(Version::toString)
                .findFirst();
    }

    /** How two versions compare; text that is no version comes first. */
    static int compare(String a, String b) {
        Optional<Version> first = version(a);
        Optional<Version> second = version(b);
        return first.isPresent() && second.isPresent()
                ? first.get().compareTo(second.get())
                : Boolean.compare(first.isPresent(), second.isPresent());
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean contains(org.eclipse.aether.version.VersionRange part, String version) {
        return part.containsVersion(parsed(version)) && !isBeforeExcluded(part.getUpperBound(), version);
    }

    /** Whether the release that {@code version} leads up to is not below the bound. */
    private static boolean isBeforeExcluded(@Nullable Bound upper, String version) {
        if (upper == null
                || upper.isInclusive()
                || isPreRelease(upper.getVersion().toString())) {
            return false;
        }
        String release = PRE_RELEASE.matcher(version).replaceFirst("");
        return parsed(release).compareTo(upper.getVersion()) >= 0;
    }

    private static boolean isPreRelease(String version) {
        return PRE_RELEASE.matcher(version).find();
    }

    private static Optional<Version> version(String text) {
        String version = text.strip();
        return version.isEmpty() || version.length() > MAX_LENGTH ? Optional.empty() : Optional.of(parsed(version));
    }

    private static Version parsed(String version) {
        try {
            return SCHEME.parseVersion(version);
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalArgumentException("'" + version + "' is no version", e);
        }
    }

    private static org.eclipse.aether.version.VersionRange part(String part, String whole) {
        try {
            return SCHEME.parseVersionRange(part);
        } catch (InvalidVersionSpecificationException e) {
            throw invalid(whole, ": " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException invalid(String range, String why, @Nullable Exception cause) {
        String shown = range.length() > MAX_LENGTH ? range.substring(0, MAX_LENGTH) + "…" : range;
        return new IllegalArgumentException(
                "version range '" + shown + "' is not allowed" + why + "; use a range such as [42.7,43) or [1.3,)",
                cause);
    }
}
