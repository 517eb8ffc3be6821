package dev.renum.config.rule;

import dev.renum.config.bind.BoundSetting;
import dev.renum.config.source.Names;
import dev.renum.core.settings.Secret;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One setting as the general rules see it: by its name, its place and its value. */
final class Judged {
    private static final Pattern SWITCH = Pattern.compile("^enabled?|enabled?$");

    private final BoundSetting bound;
    private final List<String> segments;
    private final String name;
    private final List<String> texts;
    private final List<Endpoint> endpoints;
    private final String switched;
    private final List<String> owner;

    Judged(BoundSetting bound) {
        this.bound = bound;
        this.segments = segments(bound.key());
        this.name = segments.get(segments.size() - 1);
        this.texts = texts(bound.value());
        this.endpoints = hasText(text -> text.contains("://"))
                ? texts.stream().flatMap(text -> Endpoint.in(text).stream()).toList()
                : List.of();
        String switched = name.contains("enable") ? SWITCH.matcher(name).replaceAll("") : name;
        boolean isGroupOfItsOwn = switched.isEmpty() && segments.size() > 1;
        this.switched = isGroupOfItsOwn ? segments.get(segments.size() - 2) : switched;
        this.owner = segments.subList(0, segments.size() - (isGroupOfItsOwn ? 2 : 1));
    }

    private static List<String> segments(String key) {
        List<String> segments = new ArrayList<>();
        for (String segment : key.split("\\.", 0)) {
            segments.add(plain(segment));
        }
        return Collections.unmodifiableList(segments);
    }

    private static String plain(String segment) {
        return Names.plain(
                segment.indexOf('[') < 0
                        ? segment
                        : Names.INDEX.matcher(segment).replaceAll(""));
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof String || value instanceof URI || value instanceof Enum<?>) {
            return List.of(value.toString());
        }
        if (value instanceof Collection<?> all) {
            return all.stream().flatMap(it -> texts(it).stream()).toList();
        }
        if (value instanceof Secret<?> secret) {
            return texts(secret.reveal());
        }
        if (value instanceof InetSocketAddress address) {
            return List.of(address.getHostString());
        }
        return List.of();
    }

    /** The parts of the key in small letters, without {@code -} and {@code _}. */
    List<String> segments() {
        return segments;
    }

    /** The whole key in the same way, up to what is switched. */
    String path() {
        return owner.isEmpty() ? switched : String.join(".", owner) + "." + switched;
    }

    BoundSetting bound() {
        return bound;
    }

    /** The last part of the key in small letters, without {@code -} and {@code _}. */
    String name() {
        return name;
    }

    /** The part before the last, empty if there is none. */
    String parent() {
        return segments.size() > 1 ? segments.get(segments.size() - 2) : "";
    }

    /** What stands before the last part. */
    List<String> group() {
        return segments.subList(0, segments.size() - 1);
    }

    /** Whether one of its segments passes. */
    boolean hasSegment(Predicate<String> test) {
        for (String segment : segments) {
            if (test.test(segment)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of its segments has what {@code pattern} describes. */
    boolean hasSegment(Pattern pattern) {
        return hasSegment(segment -> pattern.matcher(segment).find());
    }

    /** What is switched by it: {@code tls} by {@code tls}, {@code tls-enabled} and {@code tls.enabled}. */
    String switched() {
        return switched;
    }

    /** Where that stands which {@link #switched} belongs to. */
    List<String> owner() {
        return owner;
    }

    /** Whether its value is {@code value}, which in a map of texts is one too. */
    boolean is(boolean value) {
        return bound.value() instanceof String text
                ? text.equalsIgnoreCase(String.valueOf(value))
                : Boolean.valueOf(value).equals(bound.value());
    }

    Optional<Duration> duration() {
        return bound.value() instanceof Duration duration ? Optional.of(duration) : Optional.empty();
    }

    Optional<Long> number() {
        boolean isWhole = bound.value() instanceof Integer || bound.value() instanceof Long;
        return isWhole ? Optional.of(((Number) Objects.requireNonNull(bound.value())).longValue()) : Optional.empty();
    }

    /** Whether it is a text, a switch or a secret. */
    boolean isTelling() {
        return !texts.isEmpty() || isSecret() || bound.value() instanceof Boolean;
    }

    /** What can be read of the value, secrets in clear. */
    List<String> texts() {
        return texts;
    }

    /** Whether one of its texts passes. */
    boolean hasText(Predicate<String> test) {
        for (String text : texts) {
            if (test.test(text)) {
                return true;
            }
        }
        return false;
    }

    /** The URLs among its texts. */
    List<Endpoint> endpoints() {
        return endpoints;
    }

    /** Whether it is declared or named as a secret. */
    boolean isSecret() {
        return bound.isSecret();
    }

    /** Whether its type says that it is secret. */
    boolean isDeclaredSecret() {
        return bound.isDeclaredSecret();
    }

    /** The value in quotes as it may be shown. */
    String shown() {
        return bound.shown();
    }
}
