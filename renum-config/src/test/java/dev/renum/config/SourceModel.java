package dev.renum.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * What settings should be, told as simply as it can be: the strongest source wins, and a list comes whole from the strongest source that has it.
 *
 * <p>Values are trees of texts, lists and maps; a record is a map by the names of its components, which are single words.
 */
final class SourceModel {
    /** No two have the same variable. */
    private static final List<String> NAMES = List.of("read", "read-all", "x.y", "[main]", "b[c]");

    private SourceModel() {}

    /**
     * What one source has.
     *
     * @param tree its values
     * @param hasVariables whether it names them as variables, which cannot say the names of entries
     */
    record Source(Object tree, boolean hasVariables) {}

    /** A random value of {@code type}, which sets something. */
    static Object random(Type type, RandomGenerator random) {
        if (isRecord(type)) {
            return randomGroup((Class<?>) type, random);
        }
        if (isOf(type, Optional.class)) {
            return random(content(type), random);
        }
        if (isOf(type, List.class)) {
            List<Object> elements = new ArrayList<>();
            for (int i = random.nextInt(1, 3); i > 0; i--) {
                elements.add(random(content(type), random));
            }
            return elements;
        }
        if (isOf(type, Map.class)) {
            Map<String, Object> entries = new TreeMap<>();
            for (int i = random.nextInt(1, 3); i > 0; i--) {
                entries.put(NAMES.get(random.nextInt(NAMES.size())), random(content(type), random));
            }
            return entries;
        }
        return "v" + random.nextInt(1_000);
    }

    private static Object randomGroup(Class<?> type, RandomGenerator random) {
        RecordComponent[] components = type.getRecordComponents();
        int sure = random.nextInt(components.length);
        Map<String, Object> group = new TreeMap<>();
        for (int i = 0; i < components.length; i++) {
            if (i == sure || random.nextInt(3) == 0) {
                group.put(components[i].getName(), random(components[i].getGenericType(), random));
            }
        }
        return group;
    }

    /** What a value of {@code type} is, given {@code sources}, strongest first. */
    static Object merged(Type type, List<Source> sources) {
        if (isOf(type, Optional.class)) {
            return sources.isEmpty() ? Optional.empty() : Optional.of(merged(content(type), sources));
        }
        if (isRecord(type)) {
            Map<String, Object> group = new TreeMap<>();
            for (RecordComponent component : ((Class<?>) type).getRecordComponents()) {
                group.put(
                        component.getName(), merged(component.getGenericType(), inside(sources, component.getName())));
            }
            return group;
        }
        if (isOf(type, Map.class)) {
            return mergedMap(content(type), sources);
        }
        return isOf(type, List.class)
                ? mergedList(content(type), sources)
                : sources.get(0).tree();
    }

    private static List<Object> mergedList(Type content, List<Source> sources) {
        List<Object> elements = new ArrayList<>();
        if (!sources.isEmpty()) {
            Source owner = sources.get(0);
            ((List<?>) owner.tree())
                    .forEach(it -> elements.add(merged(content, List.of(new Source(it, owner.hasVariables())))));
        }
        return elements;
    }

    private static Map<String, Object> mergedMap(Type content, List<Source> sources) {
        List<String> known = sources.stream()
                .filter(source -> !source.hasVariables())
                .flatMap(source -> map(source).keySet().stream())
                .toList();
        Map<String, List<Source>> byName = new TreeMap<>();
        for (Source source : sources) {
            map(source)
                    .forEach((name, tree) -> byName.computeIfAbsent(
                                    source.hasVariables() ? named(name, known) : name, absent -> new ArrayList<>())
                            .add(new Source(tree, source.hasVariables())));
        }
        Map<String, Object> entries = new TreeMap<>();
        byName.forEach((name, of) -> entries.put(name, merged(content, of)));
        return entries;
    }

    /** The entry that the variable of {@code name} sets. */
    private static String named(String name, List<String> known) {
        String spelled = name.replaceAll("[^a-z]", "-");
        return known.stream()
                .filter(it -> it.replaceAll("[^a-z]", "-").equals(spelled))
                .findFirst()
                .orElse(spelled);
    }

    private static List<Source> inside(List<Source> sources, String name) {
        return sources.stream()
                .filter(source -> map(source).containsKey(name))
                .map(source -> new Source(Objects.requireNonNull(map(source).get(name)), source.hasVariables()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Source source) {
        return (Map<String, Object>) source.tree();
    }

    /** A value that was read as such a tree. */
    static Object treeOf(Object value) throws ReflectiveOperationException {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? optional : Optional.of(treeOf(optional.get()));
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            for (Object element : list) {
                elements.add(treeOf(element));
            }
            return elements;
        }
        Map<String, Object> tree = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                tree.put((String) entry.getKey(), treeOf(entry.getValue()));
            }
            return tree;
        }
        if (!(value instanceof Record)) {
            return value;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            tree.put(component.getName(), treeOf(component.getAccessor().invoke(value)));
        }
        return tree;
    }

    /** The tree as keys below {@code key}; a list of texts may be one text. */
    static void flatten(String key, Object tree, RandomGenerator random, Map<String, String> keys) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((name, it) -> flatten(key + "." + name, it, random, keys));
        } else if (tree instanceof List<?> list && (list.get(0) instanceof Map || random.nextBoolean())) {
            for (int i = 0; i < list.size(); i++) {
                flatten(key + "[" + i + "]", list.get(i), random, keys);
            }
        } else {
            String text = tree.toString();
            keys.put(key, tree instanceof List ? text.substring(1, text.length() - 1) : text);
        }
    }

    /** The tree in the flow style of YAML. */
    static String yaml(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            List<String> entries = new ArrayList<>();
            map.forEach((name, it) -> entries.add("'" + name + "': " + yaml(it)));
            return "{" + String.join(", ", entries) + "}";
        }
        return tree instanceof List<?> list
                ? list.stream().map(SourceModel::yaml).toList().toString()
                : tree.toString();
    }

    /** {@code name} in letters large and small. */
    static String anyCase(String name, RandomGenerator random) {
        StringBuilder spelled = new StringBuilder();
        name.chars()
                .mapToObj(Character::toString)
                .map(letter -> random.nextBoolean() ? letter.toLowerCase(Locale.ROOT) : letter)
                .forEach(spelled::append);
        return spelled.toString();
    }

    private static boolean isRecord(Type type) {
        return type instanceof Class<?> raw && raw.isRecord();
    }

    private static boolean isOf(Type type, Class<?> raw) {
        return type instanceof ParameterizedType generic && generic.getRawType() == raw;
    }

    private static Type content(Type type) {
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        return Arrays.asList(arguments).get(arguments.length - 1);
    }
}
