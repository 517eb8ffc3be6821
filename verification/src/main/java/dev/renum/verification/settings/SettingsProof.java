package dev.renum.verification.settings;

import dev.renum.config.ConfigurationException;
import dev.renum.core.Environment;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Proves that the annotations of a settings record tell the truth about it.
 *
 * <p>Its defaults can be used in every kind of environment, and those of production are what its builder builds; a record that no host
 * sees needs no builder. The ranges vary one component at a time around the defaults, nested records included.
 */
public final class SettingsProof {
    private static final List<Environment> KINDS = List.of(Environment.DEV, Environment.TEST, Environment.PROD);

    private SettingsProof() {}

    /** What is wrong with {@code settings}, a record annotated as settings; empty if nothing is. */
    public static List<String> faultsOf(Class<?> settings) {
        Declaration declaration = new Declaration(settings);
        List<String> unusable =
                KINDS.stream().flatMap(kind -> faultsOf(declaration, kind)).toList();
        if (!unusable.isEmpty()) {
            return unusable;
        }
        Object defaults = declaration.defaults(Environment.PROD);
        return Stream.of(
                        faultOfSwitch(settings),
                        faultOfBuilder(settings, defaults),
                        faultsOfComponents(declaration, defaults))
                .flatMap(faults -> faults)
                .toList();
    }

    private static Stream<String> faultsOf(Declaration declaration, Environment environment) {
        String where = declaration.settings().getName() + " cannot be used as it is in " + environment.name() + ": ";
        try {
            declaration.defaults(environment);
            return declaration.warnings(environment).stream().map(where::concat);
        } catch (ConfigurationException e) {
            return Stream.of(where + e.getMessage());
        }
    }

    private static Stream<String> faultOfSwitch(Class<?> settings) {
        boolean hasSwitch = Arrays.stream(settings.getRecordComponents())
                .anyMatch(component -> component.getName().equals("enabled") && component.getType() == boolean.class);
        return hasSwitch ? Stream.empty() : Stream.of(settings.getName() + " has no component 'boolean enabled'");
    }

    private static Stream<String> faultOfBuilder(Class<?> settings, Object declared) {
        if (!Modifier.isPublic(settings.getModifiers())) {
            return Stream.empty();
        }
        try {
            Object builder = accessible(settings.getDeclaredMethod("builder")).invoke(null);
            Object built =
                    accessible(builder.getClass().getDeclaredMethod("build")).invoke(builder);
            return declared.equals(built)
                    ? Stream.empty()
                    : Stream.of(settings.getName() + " declares " + declared + " but builds " + built);
        } catch (ReflectiveOperationException e) {
            return Stream.of(settings.getName() + " has no builder() whose build() needs nothing: " + e);
        }
    }

    private static Stream<String> faultsOfComponents(Declaration declaration, Object defaults) {
        RangeProof ranges = new RangeProof(declaration, defaults);
        return Component.of(defaults, declaration.prefix())
                .flatMap(component -> Stream.of(
                                faultOfDoc(component), faultsOfReasons(component), ranges.faultsOf(component))
                        .flatMap(faults -> faults));
    }

    private static Stream<String> faultOfDoc(Component component) {
        return component.declared().isAnnotationPresent(Doc.class)
                ? Stream.empty()
                : Stream.of(component + " has no @Doc");
    }

    private static Stream<String> faultsOfReasons(Component component) {
        return Arrays.stream(component.declared().getAnnotationsByType(Default.class))
                .filter(value -> value.in().length > 0 && value.because().isBlank())
                .map(value ->
                        component + " does not say why it is " + value.value() + " in " + Arrays.toString(value.in()));
    }

    private static Method accessible(Method method) {
        method.setAccessible(true);
        return method;
    }
}
