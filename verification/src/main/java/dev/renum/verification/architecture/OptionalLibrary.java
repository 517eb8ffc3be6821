package dev.renum.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeMap;

/**
 * A library that a host may leave out.
 *
 * @param name its artifact id
 * @param packages all packages of its jar
 */
public record OptionalLibrary(String name, Set<String> packages) {
    /** Copies the packages. */
    public OptionalLibrary {
        packages = Set.copyOf(packages);
    }

    /** All classes of one module that name the library live in one package, so that one presence check guards them. */
    public ArchRule isNamedInOnePackage() {
        return classes()
                .should(new ArchCondition<>("name the optional " + name + " in one package only") {
                    private final TreeMap<String, String> witnesses = new TreeMap<>();

                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (isNamedBy(type)) {
                            witnesses.putIfAbsent(type.getPackageName(), type.getName());
                        }
                    }

                    @Override
                    public void finish(ConditionEvents events) {
                        if (witnesses.size() > 1) {
                            events.add(SimpleConditionEvent.violated(
                                    witnesses, name + " is named by " + witnesses.values()));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    private boolean isNamedBy(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getPackageName())
                .anyMatch(packages::contains);
    }
}
