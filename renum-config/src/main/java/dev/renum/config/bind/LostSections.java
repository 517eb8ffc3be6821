package dev.renum.config.bind;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Finding;
import java.util.Collection;

/**
 * The net under the binding: a section without a record and without any error is an error itself.
 *
 * <p>Nothing falls into it as long as everything that cannot be bound is noted as a problem. Without it, a case that was overlooked would be called valid and
 * fail at the first use of the section.
 */
final class LostSections {
    private LostSections() {}

    /** Notes each of {@code sections} that is not {@code bound}, unless an error or a value that is {@code awaited} explains it. */
    static void check(Collection<Class<?>> sections, Collection<Class<?>> bound, Awaited awaited, ProblemLog problems) {
        if (problems.sorted().stream().anyMatch(Problem::isError)) {
            return;
        }
        sections.stream()
                .filter(section -> !bound.contains(section))
                .filter(section -> awaited.keysIn(section).isEmpty())
                .forEach(section -> problems.add(lost(section)));
    }

    private static Problem lost(Class<?> section) {
        String prefix = Binder.prefix(section);
        Finding finding = Finding.of(
                ConfigCode.SECTION_LOST,
                prefix,
                "cannot be made into " + section.getName() + ", and nothing says why: this is a bug of renum-config",
                "report it with the keys below " + prefix + ", without their values");
        return Problem.of(finding, prefix, Origin.declaration(section));
    }
}
