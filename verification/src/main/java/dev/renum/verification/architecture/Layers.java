package dev.renum.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The layers of the modules: arrows point down only, modules of one layer do not know each other.
 *
 * <p>A module is the first name under the root package. The testkit stands aside: it knows the core, nobody knows it.
 */
public final class Layers {
    private static final String TESTKIT = "testkit";

    private static final Map<String, Integer> LAYER_OF =
            layers(List.of("core"), List.of("config", "http", "micrometer"), List.of("health"), List.of("monitoring"));

    private final String root;

    private Layers(String root) {
        this.root = root + ".";
    }

    /** The layers of the modules whose packages start with {@code root}, such as {@code dev.renum}. */
    public static Layers under(String root) {
        return new Layers(root);
    }

    /** The modules that have a place. */
    public static Set<String> modules() {
        return LAYER_OF.keySet();
    }

    /** Each class uses classes of its own module and of lower layers only, and its module has a place in a layer. */
    public ArchRule pointDownOnly() {
        return classes().should(new ArchCondition<>("use their own module and lower layers only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                moduleOf(type).ifPresent(module -> checkTargets(type, module, events));
            }
        });
    }

    private void checkTargets(JavaClass type, String module, ConditionEvents events) {
        if (!module.equals(TESTKIT) && !LAYER_OF.containsKey(module)) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " is of module " + module + ", which has no layer"));
            return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            moduleOf(dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> !mayUse(module, target))
                    .ifPresent(target ->
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
        }
    }

    private static boolean mayUse(String module, String target) {
        if (module.equals(target)) {
            return true;
        }
        if (module.equals(TESTKIT)) {
            return target.equals("core");
        }
        Integer layer = LAYER_OF.get(target);
        return layer != null && layer < LAYER_OF.getOrDefault(module, 0);
    }

    private Optional<String> moduleOf(JavaClass type) {
        return Optional.of(type.getPackageName() + ".")
                .filter(name -> name.startsWith(root))
                .map(name -> name.substring(root.length(), name.indexOf('.', root.length())));
    }

    @SafeVarargs
    private static Map<String, Integer> layers(List<String>... modules) {
        return IntStream.range(0, modules.length)
                .boxed()
                .flatMap(layer -> modules[layer].stream().map(module -> Map.entry(module, layer)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
