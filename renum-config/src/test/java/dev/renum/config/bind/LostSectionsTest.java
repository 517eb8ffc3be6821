package dev.renum.config.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Finding;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LostSectionsTest {
    private final ProblemLog problems = new ProblemLog(
            new Resolver(List.of(), new VariableNames(List.of(), Map.of()), key -> false, key -> key),
            KeyCollector.collect(List.of()),
            new Catalog(List.of()));

    @Test
    void areErrors() {
        LostSections.check(List.of(Shop.class, Desk.class), Set.of(Desk.class), new Awaited(false), problems);

        assertThat(problems.sorted()).singleElement().satisfies(problem -> {
            assertThat(problem.is(ConfigCode.SECTION_LOST)).isTrue();
            assertThat(problem.isError()).isTrue();
            assertThat(problem.key()).isEqualTo("shop");
            assertThat(problem.finding().message()).contains(Shop.class.getName());
            assertThat(problem.finding().cure()).contains("report");
        });
    }

    @Test
    void areErrorsBesideWarningsToo() {
        problems.add(problem(ConfigCode.FORMER_KEY));

        LostSections.check(List.of(Shop.class), Set.of(), new Awaited(false), problems);

        assertThat(problems.sorted()).hasSize(2);
    }

    @Test
    void areExplainedByAnError() {
        problems.add(problem(ConfigCode.MISSING_VALUE));

        LostSections.check(List.of(Shop.class), Set.of(), new Awaited(false), problems);

        assertThat(problems.sorted()).hasSize(1);
    }

    @Test
    void areExplainedByWhatTheDeploymentBrings() {
        Awaited awaited = new Awaited(true);
        awaited.begin(Desk.class);
        awaited.note(Setting.of(Desk.class, "desk").get(0));

        LostSections.check(List.of(Desk.class), Set.of(), awaited, problems);

        assertThat(problems.sorted()).isEmpty();
    }

    private static Problem problem(ConfigCode code) {
        Origin origin = new Origin("code", Origin.Kind.CODE, null, 0, 0, 0);
        return Problem.of(Finding.of(code, "shop.name", "is wrong", null), "shop.name", origin);
    }

    @Settings(prefix = "shop")
    record Shop(String name) {}

    @Settings(prefix = "desk")
    record Desk(Secret<Integer> pin) {}
}
