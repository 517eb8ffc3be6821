package dev.renum.config.bind;

import static io.smallrye.common.expression.Expression.Flag.LENIENT_SYNTAX;
import static io.smallrye.common.expression.Expression.Flag.NO_SMART_BRACES;
import static io.smallrye.common.expression.Expression.Flag.NO_TRIM;

import dev.renum.config.source.Names;
import io.smallrye.common.expression.Expression;
import io.smallrye.common.expression.ResolveContext;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Expands <code>${key}</code> and <code>${key:default}</code> in values of files, and nowhere else.
 *
 * <p>A value without <code>${</code> stays as it is; in one that has it, {@code $$} writes a single dollar.
 *
 * <p>SmallRye's own interceptor expands values of every source, and takes a dollar away from a password {@code pa$$w0rd} that came from an
 * environment variable.
 */
final class References implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1L;
    private static final int MAX_DEPTH = 16;
    private static final int MAX_LENGTH = 1_000_000;
    private static final int MAX_STEPS = 100_000;

    private final transient Map<String, Set<String>> followed = new ConcurrentHashMap<>();
    private final transient Predicate<String> isFile;
    private final transient Elements elements;
    private final transient UnaryOperator<String> today;

    /** Finds the values of what is in lists, each of which has one source. */
    interface Elements {
        /** The value of {@code key}, which is in {@code list}; {@code null} if there is none. */
        @Nullable
        ConfigValue find(String list, String key);
    }

    /**
     * Expands the values of the sources whose names pass {@code isFile}; keys of elements of lists are looked up in {@code elements}, keys of earlier
     * versions by their name of {@code today}.
     */
    References(Predicate<String> isFile, Elements elements, UnaryOperator<String> today) {
        this.isFile = isFile;
        this.elements = elements;
        this.today = today;
    }

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        Way way = new Way(List.of(), new LinkedHashSet<>(), new AtomicInteger());
        try {
            return getValue(context, name, way);
        } finally {
            if (!way.followed.isEmpty()) {
                followed.put(name, way.followed);
            }
        }
    }

    /** The keys that the value of {@code key} was put together from when it was last asked for, directly or not. */
    Set<String> followed(String key) {
        return followed.getOrDefault(key, Set.of());
    }

    /**
     * The way to a value.
     *
     * @param path the keys that lead to it, one by the other
     * @param followed every key that was followed so far, on this path or another
     * @param steps how often one was
     */
    private record Way(List<String> path, Set<String> followed, AtomicInteger steps) {
        Way through(String name) {
            return new Way(Stream.concat(path.stream(), Stream.of(name)).toList(), followed, steps);
        }
    }

    private @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name, Way way) {
        if (way.path.contains(name) || way.path.size() > MAX_DEPTH) {
            throw UnresolvedReferenceException.loop(way.path, name);
        }
        String list = Names.listAround(name);
        ConfigValue value = list == null ? context.proceed(name) : elements.find(list, name);
        if (value == null || !value.getValue().contains("${") || !isFile.test(value.getConfigSourceName())) {
            return value;
        }
        checkForm(name, value.getValue());
        Way here = way.through(name);
        String expanded = Expression.compile(value.getValue(), LENIENT_SYNTAX, NO_TRIM, NO_SMART_BRACES)
                .evaluate((reference, text) -> append(name, text, resolve(context, reference, here)));
        return value.withValue(expanded);
    }

    /** The library takes a reference without an end for one that ends with the text, and nested ones by recursion. */
    private static void checkForm(String name, String text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("$$", i)) {
                i++;
            } else if (text.startsWith("${", i)) {
                open++;
            } else if (text.charAt(i) == '}' && open > 0) {
                open--;
            }
            if (open > MAX_DEPTH) {
                throw UnresolvedReferenceException.malformed(
                        name, "has references in references, more than " + MAX_DEPTH + " deep");
            }
        }
        if (open > 0) {
            throw UnresolvedReferenceException.malformed(name, "begins a reference with ${ that no } ends");
        }
    }

    /** References to references multiply. */
    private static void append(String name, StringBuilder text, String part) {
        if (text.length() + part.length() > MAX_LENGTH) {
            throw UnresolvedReferenceException.tooLong(name, MAX_LENGTH);
        }
        text.append(part);
    }

    private String resolve(
            ConfigSourceInterceptorContext context, ResolveContext<RuntimeException> reference, Way way) {
        String key = today.apply(reference.getKey());
        way.followed.add(key);
        if (way.steps.incrementAndGet() > MAX_STEPS) { // which texts without a length reach too
            throw UnresolvedReferenceException.tooMany(key, MAX_STEPS);
        }
        ConfigValue value = getValue(context, key, way);
        if (value != null) {
            return value.getValue();
        }
        if (reference.hasDefault()) {
            return reference.getExpandedDefault();
        }
        throw UnresolvedReferenceException.unknown(key);
    }
}
