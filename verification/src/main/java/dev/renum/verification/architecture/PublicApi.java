package dev.renum.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What hosts compile against. */
public final class PublicApi {
    /** Each of these exists for one third-party type; the log is for two packages of its module, and no host can name it. */
    private static final Exemptions BRIDGES = new Exemptions(
            Set.of("dev.renum.micrometer.RenumMeters", "dev.renum.health.background.BackgroundLog"),
            PublicApi::namesNoThirdPartyType);

    private static final List<String> AT_HOME =
            List.of("java.", "javax.net.ssl.", "javax.sql.", "com.sun.net.httpserver.", "dev.renum.", "org.jspecify.");

    private static final Set<String> READERS_OF_ANNOTATIONS = Set.of("dev.renum.config");

    private PublicApi() {}

    /** All rules over classes. */
    public static Stream<ArchRule> all() {
        return Stream.of(namesNoThirdPartyType(), packagesAreNullMarked());
    }

    /** The rules that some classes exist to break. */
    public static Stream<Exemptions> exemptions() {
        return Stream.of(BRIDGES);
    }

    /** A public or protected signature names no third-party type, except in the class that exists for it. */
    public static ArchRule namesNoThirdPartyType() {
        return BRIDGES.forOthers();
    }

    /** Each package says in its package-info that its types are not null unless they say so. */
    public static ArchRule packagesAreNullMarked() {
        return classes().should(new ArchCondition<>("live in a package with a null-marked package-info") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                JavaPackage home = type.getPackage();
                boolean isMarked = home.tryGetPackageInfo().isPresent() && home.isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, isMarked, type.getName() + " lives in " + home.getName() + ", which is not null-marked"));
            }
        });
    }

    /**
     * What is wrong with the descriptor of a module that owns {@code name}.
     *
     * <p>It is called like its package, opens nothing, and hands on to its readers no library that may be absent: such a
     * {@code requires static transitive} stops every modular host, except for annotations. These are needed at compile time only, unless
     * the module reads them.
     */
    public static List<String> faultsOf(ModuleDescriptor module, String name) {
        Stream<String> names = Stream.of(module.name())
                .filter(actual -> !actual.equals(name))
                .map(actual -> "module " + actual + " must be called " + name);
        Stream<String> opens = module.opens().stream().map(open -> module.name() + " opens " + open.source());
        Stream<String> handedOn = module.requires().stream()
                .filter(required -> required.modifiers().containsAll(Set.of(Modifier.STATIC, Modifier.TRANSITIVE)))
                .filter(required -> !isOfAnnotations(required))
                .map(required -> module.name() + " hands on " + required.name() + ", which may be absent");
        Stream<String> needed = module.requires().stream()
                .filter(PublicApi::isOfAnnotations)
                .filter(required -> !required.modifiers().contains(Modifier.STATIC))
                .filter(required -> !READERS_OF_ANNOTATIONS.contains(module.name()))
                .map(required -> module.name() + " needs " + required.name() + " at run time");
        return Stream.of(names, opens, handedOn, needed)
                .flatMap(faults -> faults)
                .toList();
    }

    private static boolean isOfAnnotations(ModuleDescriptor.Requires required) {
        return required.name().equals("org.jspecify");
    }

    private static ArchRule namesNoThirdPartyType(DescribedPredicate<JavaClass> types) {
        return classes()
                .that(types)
                .and()
                .arePublic()
                .should(new ArchCondition<>("name no third-party type in a signature") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        foreignNames(type).forEach(name -> events.add(SimpleConditionEvent.violated(type, name)));
                    }
                });
    }

    private static Stream<String> foreignNames(JavaClass type) {
        Stream<String> inCode = type.getCodeUnits().stream()
                .filter(unit -> isVisible(unit.getModifiers()))
                .flatMap(unit -> named(unit)
                        .filter(PublicApi::isForeign)
                        .map(named -> unit.getFullName() + " names " + named.getName()));
        Stream<String> inFields = type.getFields().stream()
                .filter(field -> isVisible(field.getModifiers()) && isForeign(field.getRawType()))
                .map(field ->
                        field.getFullName() + " names " + field.getRawType().getName());
        return Stream.concat(inCode, inFields);
    }

    private static Stream<JavaClass> named(JavaCodeUnit unit) {
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream())
                .flatMap(types -> types)
                .flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean isForeign(JavaClass named) {
        JavaClass component = named.getBaseComponentType();
        return !component.isPrimitive() && AT_HOME.stream().noneMatch(component.getName()::startsWith);
    }
}
