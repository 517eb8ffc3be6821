package dev.renum.verification.settings;

import dev.renum.config.ConfigurationException;
import dev.renum.config.EnvironmentConfigManager;
import dev.renum.core.Environment;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Range;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the annotations of a settings record tell the truth about it.
 *
 * <p>The record must have a static {@code builder()} whose {@code build()} needs nothing; the proof varies one component at a time,
 * nested records included.
 */
public final class SettingsProof {
    private SettingsProof() {}

    /** What is wrong with {@code settings}, a record annotated as settings; empty if nothing is. */
    public static List<String> faultsOf(Class<?> settings) {
        Object defaults;
        try {
            defaults = defaults(settings);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return List.of(settings.getName() + " has no builder() whose build() needs nothing: " + e);
        }
        return Stream.of(faultOfSwitch(settings), faultOfDefaults(settings, defaults), faultsOfComponents(defaults))
                .flatMap(faults -> faults)
                .toList();
    }

    private static Object defaults(Class<?> settings) throws ReflectiveOperationException {
        Object builder = accessible(settings.getDeclaredMethod("builder")).invoke(null);
        return accessible(builder.getClass().getDeclaredMethod("build")).invoke(builder);
    }

    private static Stream<String> faultOfSwitch(Class<?> settings) {
        boolean hasSwitch = Arrays.stream(settings.getRecordComponents())
                .anyMatch(component -> component.getName().equals("enabled") && component.getType() == boolean.class);
        return hasSwitch ? Stream.empty() : Stream.of(settings.getName() + " has no component 'boolean enabled'");
    }

    /** The builder and the annotations must mean the same settings in production. */
    private static Stream<String> faultOfDefaults(Class<?> settings, Object defaults) {
        try (EnvironmentConfigManager config = EnvironmentConfigManager.builder()
                .environment(Environment.PROD)
                .classLoader(ClassLoader.getPlatformClassLoader())
                .sections(settings)
                .build()) {
            Object declared = config.get(settings);
            return declared.equals(defaults)
                    ? Stream.empty()
                    : Stream.of(settings.getName() + " declares " + declared + " but builds " + defaults);
        } catch (ConfigurationException e) {
            return Stream.of(settings.getName() + " cannot be read without any source: " + e.getMessage());
        }
    }

    private static Stream<String> faultsOfComponents(Object settings) {
        return Arrays.stream(settings.getClass().getRecordComponents())
                .flatMap(component -> Stream.of(
                                faultOfDoc(component),
                                faultsOfRange(settings, component),
                                faultsInside(settings, component))
                        .flatMap(faults -> faults));
    }

    private static Stream<String> faultOfDoc(RecordComponent component) {
        return component.isAnnotationPresent(Doc.class) ? Stream.empty() : Stream.of(name(component) + " has no @Doc");
    }

    private static Stream<String> faultsInside(Object settings, RecordComponent component) {
        Object inner = value(settings, component);
        return inner != null
                        && inner.getClass().isRecord()
                        && inner.getClass().getName().startsWith("dev.renum.")
                ? faultsOfComponents(inner)
                : Stream.empty();
    }

    private static Stream<String> faultsOfRange(Object settings, RecordComponent component) {
        Range range = component.getAnnotation(Range.class);
        if (range == null) {
            return Stream.empty();
        }
        return Stream.of(
                        Bound.least(range.min(), component.getType()), Bound.greatest(range.max(), component.getType()))
                .flatMap(Optional::stream)
                .filter(bound -> accepts(settings, component, bound.justBeyond()))
                .map(bound ->
                        name(component) + " declares the bound " + bound.text() + " but accepts " + bound.justBeyond());
    }

    /** Whether the canonical constructor takes {@code settings} with {@code value} in place of one component. */
    private static boolean accepts(Object settings, RecordComponent changed, Object value) {
        RecordComponent[] components = settings.getClass().getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(component -> component.getName().equals(changed.getName()) ? value : value(settings, component))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = settings.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            constructor.newInstance(arguments);
            return true;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                return false;
            }
            throw new IllegalStateException(name(changed) + " rejects " + value + " by " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object value(Object settings, RecordComponent component) {
        try {
            return accessible(component.getAccessor()).invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }
}
