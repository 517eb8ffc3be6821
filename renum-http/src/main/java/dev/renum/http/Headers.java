package dev.renum.http;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The fields of a request's or an answer's header. Names are case-insensitive; immutable. */
public final class Headers {
    private static final Headers NONE = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    // Servers write one byte per character: beyond ASCII, a character could become a line break on the wire.
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

    private final Map<String, List<String>> fields;

    private Headers(Map<String, List<String>> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    /** No fields. */
    public static Headers none() {
        return NONE;
    }

    /** The fields that a server has received, taken as they are. */
    static Headers received(Map<String, List<String>> received) {
        TreeMap<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        received.forEach((name, values) -> fields.merge(name, List.copyOf(values), Headers::joined));
        return new Headers(fields);
    }

    /** The first value of the field, or empty if there is none. */
    public Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    /** All values of the field in the order received; empty if there is none. */
    public List<String> all(String name) {
        return fields.getOrDefault(requireNonNull(name, "name"), List.of());
    }

    /** Calls {@code action} with each name and value, the names in alphabetical order. */
    public void forEach(BiConsumer<String, String> action) {
        fields.forEach((name, values) -> values.forEach(value -> action.accept(name, value)));
    }

    /**
     * The same fields, but {@code name} with this value only.
     *
     * @throws IllegalArgumentException if the name is not a token, or the value has characters that are not printable ASCII
     */
    public Headers with(String name, String value) {
        return replaced(name, List.of(checked(name, value)));
    }

    /**
     * The same fields, and one more value of {@code name}.
     *
     * @throws IllegalArgumentException as {@link #with} does
     */
    public Headers plus(String name, String value) {
        return replaced(name, joined(all(name), List.of(checked(name, value))));
    }

    @Override
    public String toString() {
        // Only names: values may be credentials.
        return "Headers" + fields.keySet();
    }

    private Headers replaced(String name, List<String> values) {
        TreeMap<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(fields);
        more.put(name, values);
        return new Headers(more);
    }

    private static String checked(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("header name '" + name + "' is not allowed: use a token of RFC 9110");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the value of header " + name + " is not allowed: use printable ASCII characters");
        }
        return value;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
