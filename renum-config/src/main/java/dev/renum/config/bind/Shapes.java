package dev.renum.config.bind;

import dev.renum.config.bind.Misfit.Sort;
import dev.renum.config.source.Names;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows of each key of some settings whether it has one value, a list, or a group of keys. Immutable once built. */
final class Shapes {
    private final Map<String, Shape> known = new LinkedHashMap<>();
    private final Map<String, Shapes> maps = new LinkedHashMap<>();

    /**
     * The shapes of the keys in {@code declared} and of all that they are in.
     *
     * @param declared the keys with a value, with {@code []} for each element
     * @param maps the shapes in the maps, by their keys, which begin with {@code *}
     */
    Shapes(Collection<String> declared, Map<String, Shapes> maps) {
        this.maps.putAll(maps);
        declared.forEach(this::add);
        maps.keySet().forEach(map -> add(map + "." + Names.ANY));
        declared.forEach(key -> known.putIfAbsent(key, Shape.VALUE));
    }

    /** What a key is for. */
    enum Shape {
        /** For nothing. */
        NONE,
        /** For one value. */
        VALUE,
        /** For elements. */
        LIST,
        /** For keys below it; the entries of a map are such too. */
        GROUP
    }

    private void add(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) == '[') {
                known.put(key.substring(0, i), Shape.LIST);
            } else if (key.charAt(i) == '.') {
                known.putIfAbsent(key.substring(0, i), Shape.GROUP);
            }
        }
    }

    /** What {@code key}, which may have numbers of elements and names of entries, is for. */
    Shape of(String key) {
        String plain = Names.withoutNumbers(key);
        Shape shape = known.get(plain);
        return shape == null ? inMap(plain) : shape;
    }

    /** Inside a map, the name of the entry ends at the first dot. */
    private Shape inMap(String key) {
        for (Map.Entry<String, Shapes> map : maps.entrySet()) {
            if (Names.isBelow(key, map.getKey())) {
                String name = key.substring(map.getKey().length() + 1);
                return map.getValue().of(Names.ANY + name.substring(endOfName(name)));
            }
        }
        return Shape.NONE;
    }

    private static int endOfName(String rest) {
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != '.' && !rest.startsWith("[]", end)) {
            end++;
        }
        return end;
    }

    /** The keys that have others below them, with {@code []} for each element. */
    List<String> holders() {
        return known.entrySet().stream()
                .filter(it -> it.getValue() == Shape.LIST || it.getValue() == Shape.GROUP)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The first border in {@code key} at which it leaves what is known, or its end. */
    Misfit misfit(String key) {
        for (int end = 0; end < key.length(); end++) {
            boolean isList = Names.isElementAt(key, end);
            if (isList || key.charAt(end) == '.') {
                String start = key.substring(0, end);
                Sort sort = atBorder(of(start), isList);
                if (sort != null) {
                    return new Misfit(sort, start);
                }
            }
        }
        return new Misfit(atEnd(of(key)), key);
    }

    private static @Nullable Sort atBorder(Shape shape, boolean isList) {
        return switch (shape) {
            case NONE -> isList ? Sort.UNKNOWN_LIST : Sort.UNKNOWN_GROUP;
            case VALUE -> isList ? Sort.LIST_FOR_VALUE : Sort.GROUP_FOR_VALUE;
            case LIST -> isList ? null : Sort.GROUP_FOR_LIST;
            case GROUP -> isList ? Sort.LIST_FOR_GROUP : null;
        };
    }

    private static Sort atEnd(Shape shape) {
        return switch (shape) {
            case NONE -> Sort.UNKNOWN_KEY;
            case GROUP -> Sort.TEXT_FOR_GROUP;
            case VALUE, LIST -> Sort.NOT_REACHED;
        };
    }
}
