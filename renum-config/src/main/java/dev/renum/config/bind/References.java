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
import java.util.function.Function;
import java.util.function.Predicate;
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

    private final transient Predicate<String> isFile;
    private final transient Function<String, @Nullable ConfigValue> elements;

    /** Expands the values of the sources whose names pass {@code isFile}; keys of elements of lists are looked up in {@code elements}. */
    References(Predicate<String> isFile, Function<String, @Nullable ConfigValue> elements) {
        this.isFile = isFile;
        this.elements = elements;
    }

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        return getValue(context, name, 0);
    }

    private @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name, int depth) {
        if (depth > MAX_DEPTH) {
            throw UnresolvedReferenceException.loop(name);
        }
        ConfigValue value = Names.listAround(name) == null ? context.proceed(name) : elements.apply(name);
        if (value == null || !value.getValue().contains("${") || !isFile.test(value.getConfigSourceName())) {
            return value;
        }
        String expanded = Expression.compile(value.getValue(), LENIENT_SYNTAX, NO_TRIM, NO_SMART_BRACES)
                .evaluate((reference, text) -> text.append(resolve(context, reference, depth)));
        return value.withValue(expanded);
    }

    private String resolve(
            ConfigSourceInterceptorContext context, ResolveContext<RuntimeException> reference, int depth) {
        String key = reference.getKey();
        ConfigValue value = getValue(context, key, depth + 1);
        if (value != null) {
            return value.getValue();
        }
        if (reference.hasDefault()) {
            return reference.getExpandedDefault();
        }
        throw UnresolvedReferenceException.unknown(key);
    }
}
