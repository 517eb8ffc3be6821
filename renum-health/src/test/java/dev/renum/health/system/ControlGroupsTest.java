package dev.renum.health.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ControlGroupsTest {
    @Test
    void readsVersionTwoOfAContainer() {
        ControlGroups groups = ControlGroups.of(Fixtures.files("v2"));

        assertThat(quotas(groups)).containsExactly(new CpuQuota(1.5, 90, 1_000, 250));
        assertThat(groups.memory()).containsExactly(new Usage(402_653_184 - 134_217_728, 536_870_912));
        assertThat(groups.memory().get(0).ratio()).isEqualTo(0.5);
    }

    @Test
    void readsAllLevelsOfVersionTwo() {
        ControlGroups groups = ControlGroups.of(Fixtures.files("v2-nested"));

        assertThat(quotas(groups)).containsExactly(new CpuQuota(4, 10, 100, 0), new CpuQuota(2, 30, 100, 40));
        assertThat(groups.memory()).containsExactly(new Usage(900_000_000, 1_000_000_000));
    }

    @Test
    void takesTheWordMaxForNoLimit() {
        ControlGroups groups = ControlGroups.of(Fixtures.files("v2-max"));

        assertThat(groups.quotas()).isEmpty();
        assertThat(groups.memory()).isEmpty();
    }

    @Test
    void readsVersionOneWhereOnlyAPartOfTheTreeIsMounted() {
        ControlGroups groups = ControlGroups.of(Fixtures.files("v1"));

        assertThat(quotas(groups)).containsExactly(new CpuQuota(0.5, 20, 400, 100));
        assertThat(groups.memory()).containsExactly(new Usage(805_306_368 - 268_435_456, 1_073_741_824));
    }

    @Test
    void findsNoLimitWhereVersionOneHasNone() {
        ControlGroups groups = ControlGroups.of(Fixtures.files("v1-unlimited"));

        assertThat(groups.quotas()).isEmpty();
        assertThat(groups.memory())
                .singleElement()
                .satisfies(usage -> assertThat(usage.ratio()).isLessThan(1e-6));
    }

    @Test
    void findsNothingWithoutControlGroups() {
        ControlGroups groups = ControlGroups.of(Fixtures.files("none"));

        assertThat(groups.quotas()).isEmpty();
        assertThat(groups.memory()).isEmpty();
    }

    @Test
    void findsNothingWhereThereAreNoSuchFiles() {
        ControlGroups groups = ControlGroups.of(Fixtures.files("nowhere"));

        assertThat(groups.quotas()).isEmpty();
        assertThat(groups.memory()).isEmpty();
    }

    private static List<CpuQuota> quotas(ControlGroups groups) {
        return List.copyOf(groups.quotas().values());
    }
}
