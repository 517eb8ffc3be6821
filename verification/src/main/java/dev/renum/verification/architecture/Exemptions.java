package dev.renum.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A rule together with the classes that exist to break it.
 *
 * @param classes their full names
 * @param rule the rule over those classes that a predicate chooses
 */
public record Exemptions(Set<String> classes, Function<DescribedPredicate<JavaClass>, ArchRule> rule) {
    /** Copies the names. */
    public Exemptions {
        classes = Set.copyOf(classes);
    }

    /** The rule for everybody else. */
    public ArchRule forOthers() {
        return rule.apply(describe("are not among " + classes, type -> !classes.contains(type.getName())));
    }

    /** The names of which no class of {@code all} makes use: there is none, or it keeps the rule. Sorted. */
    public List<String> unusedIn(JavaClasses all) {
        return classes.stream().filter(name -> !isBroken(name, all)).sorted().toList();
    }

    private boolean isBroken(String name, JavaClasses all) {
        return rule.apply(describe("are " + name, type -> type.getName().equals(name)))
                .allowEmptyShould(true)
                .evaluate(all)
                .hasViolation();
    }
}
