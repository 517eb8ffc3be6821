package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.core.health.CheckSpec;
import dev.renum.core.health.HealthResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CheckGraphTest {
    @Test
    void refusesAnythingCircular() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CheckGraph.of(List.of(spec("x", "a"), spec("a", "b"), spec("b", "c"), spec("c", "a"))))
                .withMessageEndingWith("a -> b -> c -> a");
    }

    @Test
    void refusesANameTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckGraph.of(List.of(spec("a"), spec("a"))))
                .withMessageContaining("'a'");
    }

    @Test
    void findsTheFarthestFailedDependency() {
        CheckGraph graph = CheckGraph.of(List.of(spec("orders", "db"), spec("db", "network"), spec("network")));

        assertThat(graph.rootOf("orders", Set.of("orders", "db", "network")::contains))
                .isEqualTo("network");
        assertThat(graph.rootOf("orders", Set.of("orders", "network")::contains))
                .isEqualTo("network");
        assertThat(graph.rootOf("orders", Set.of("orders", "db")::contains)).isEqualTo("db");
        assertThat(graph.rootOf("network", Set.of("network")::contains)).isNull();
    }

    @Test
    void toleratesWhatIsNotThereYet() {
        CheckGraph graph = CheckGraph.of(List.of(spec("orders", "db")));

        assertThat(graph.rootOf("orders", name -> true)).isNull();
        assertThat(graph.rootOf("nobody", name -> true)).isNull();
    }

    @Test
    void namesWhatIsMissingAndWhatWasMeant() {
        CheckGraph graph = CheckGraph.of(List.of(spec("orders", "databse"), spec("database"), spec("disk")));

        assertThatIllegalArgumentException()
                .isThrownBy(graph::refuseUnknown)
                .withMessage("check 'orders' depends on 'databse', which is no check: did you mean 'database'?"
                        + " there are orders, database, disk");
    }

    @Test
    void suggestsNothingThatIsFarAway() {
        CheckGraph graph = CheckGraph.of(List.of(spec("orders", "network"), spec("disk")));

        assertThatIllegalArgumentException()
                .isThrownBy(graph::refuseUnknown)
                .withMessage("check 'orders' depends on 'network', which is no check: there are orders, disk");
    }

    @Test
    void walksAStackOfDiamondsInNoTime() {
        List<CheckSpec> specs = new ArrayList<>(List.of(spec("a0"), spec("b0")));
        for (int i = 1; i < 60; i++) {
            specs.add(spec("a" + i, "a" + (i - 1), "b" + (i - 1)));
            specs.add(spec("b" + i, "a" + (i - 1), "b" + (i - 1)));
        }

        CheckGraph graph = CheckGraph.of(specs);

        assertThat(graph.rootOf("a59", name -> true)).isEqualTo("a0");
        assertThat(graph.rootOf("a59", name -> false)).isNull();
    }

    private static CheckSpec spec(String name, String... dependencies) {
        return CheckSpec.of(name, HealthResult::up).dependsOn(dependencies);
    }
}
