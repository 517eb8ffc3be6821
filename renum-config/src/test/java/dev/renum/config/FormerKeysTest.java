package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ProblemLines;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.FormerKey;
import dev.renum.core.settings.RemovedKey;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of earlier versions of lists and maps, and of what is in them. */
final class FormerKeysTest {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, Shop.class);
    }

    @Test
    void countInVariablesOfListsAndMaps() {
        host.variable("SHOP_OLD_LIST_0_", "a")
                .variable("SHOP_OLD_LIST_1_", "b")
                .variable("SHOP_OLD_MAP_K_L", "c")
                .variable("SHOP_OLD_NODES_0__NAME", "d");

        Shop read = host.read(Shop.class);

        assertThat(read).isEqualTo(new Shop(List.of("a", "b"), Map.of("k-l", "c"), List.of(new Node("d")), Map.of()));
        assertThat(host.warnings())
                .extracting(problem -> problem.finding().subject() + " " + problem.suggestions())
                .containsExactly(
                        "SHOP_OLD_LIST_0_ [SHOP_LIST_0_]",
                        "SHOP_OLD_LIST_1_ [SHOP_LIST_1_]",
                        "SHOP_OLD_MAP_K_L [SHOP_MAP_K_L]",
                        "SHOP_OLD_NODES_0__NAME [SHOP_NODES_0__LABEL]");
    }

    @Test
    void countInAListThatOneVariableHas() {
        host.variable("SHOP_OLD_LIST", "a,b");

        assertThat(host.read(Shop.class).list()).containsExactly("a", "b");
    }

    @Test
    void countInTheEntriesOfAMap() {
        host.file("application.yaml", "shop:", "  pools: {main: {name: a}}");
        host.variable("SHOP_POOLS_OTHER_NAME", "b");

        assertThat(host.read(Shop.class).pools()).isEqualTo(Map.of("main", new Node("a"), "other", new Node("b")));
        assertThat(ProblemLines.of(host.warnings()))
                .containsExactly(
                        "RNM-CFG-021 shop.pools.main.name @ application.yaml:2:18",
                        "RNM-CFG-021 SHOP_POOLS_OTHER_NAME @ SHOP_POOLS_OTHER_NAME");
    }

    @Test
    void areAnErrorBesideTheNameOfTodayInAListToo() {
        host.file("application.properties", "shop.list[0]=a");
        host.variable("SHOP_OLD_LIST_0_", "b");

        assertThat(ProblemLines.of(host.report().problems()))
                .containsExactly("RNM-CFG-022 SHOP_OLD_LIST_0_ @ SHOP_OLD_LIST_0_");
    }

    @Test
    void leaveVariablesAloneThatStandForNoneOfToday() {
        host.variable("SHOP_OLD_NODES_0__NAMES", "a").variable("SHOP_OLD_LIST_X", "b");

        assertThat(host.read(Shop.class).nodes()).isEmpty();
        assertThat(ProblemLines.of(host.warnings()))
                .containsExactly(
                        "RNM-CFG-014 SHOP_OLD_LIST_X @ SHOP_OLD_LIST_X",
                        "RNM-CFG-014 SHOP_OLD_NODES_0__NAMES @ SHOP_OLD_NODES_0__NAMES");
    }

    @Test
    void sayWhatToDoInsteadInAnEntryAndInAListToo() {
        host.file("application.yaml", "shop:", "  pools: {main: {label: a, turbo: b}}");
        host.variable("SHOP_GONE_0_", "c").variable("SHOP_NODES_0__LABEL", "d").variable("SHOP_NODES_0__TURBO", "e");

        assertThat(ProblemLines.of(host.report().problems()))
                .containsExactly(
                        "RNM-CFG-023 shop.pools.main.turbo @ application.yaml:2:28",
                        "RNM-CFG-023 SHOP_GONE_0_ @ SHOP_GONE_0_",
                        "RNM-CFG-023 SHOP_NODES_0__TURBO @ SHOP_NODES_0__TURBO");
    }

    @Test
    void countInAReference() {
        host.file("application.properties", "shop.list=${shop.old-map.a}", "shop.old-map.a=x");

        assertThat(host.read(Shop.class).list()).containsExactly("x");
    }

    @ParameterizedTest
    @CsvSource({
        "SHOP_DESKS_MAIN_OLD_SIZE,   shop.other,          main",
        "SHOP_DESKS_MAIN_OLD_SIZE,   shop.desks.main-old.color, main-old",
        "SHOP_DESKS_MAIN_SEAT_SIZE,  shop.other,          main-seat",
        "SHOP_DESKS_MAIN_PAPER_SIZE, shop.other,          main"
    })
    void countInTheEntryWithTheShortestNameUnlessAFileHasAnother(String variable, String line, String entry) {
        Host desks = new Host(folder, Desks.class);
        desks.file("application.properties", line + "=a").variable(variable, "7");

        assertThat(desks.read(Desks.class).desks()).containsOnlyKeys(entry);
    }

    @Test
    void leaveTheKeysOfAnotherSectionAlone() {
        Host desks = new Host(folder, Desks.class);
        desks.file("application.properties", "shop.drawers.key=a");

        try (EnvironmentConfigManager config =
                desks.builder().sections(Drawers.class).build()) {
            assertThat(config.get(Drawers.class).key()).isEqualTo("a");
            assertThat(config.current().warnings()).isEmpty();
        }
    }

    @Settings(prefix = "shop.drawers")
    record Drawers(String key) {}

    @Settings(prefix = "shop")
    record Desks(
            Map<String, Table> desks, @FormerKey("drawers") Optional<String> other) {}

    record Table(
            @FormerKey("old-size") Optional<Integer> size,
            Optional<String> color,
            @FormerKey("leaf-size") Optional<Integer> paperSize) {}

    @Settings(prefix = "shop")
    @RemovedKey(value = "gone", instead = "set list")
    record Shop(
            @FormerKey("old-list") @Default("") List<String> list,
            @FormerKey("old-map") Map<String, String> map,
            @FormerKey("old-nodes") @Default("") List<Node> nodes,
            Map<String, Node> pools) {}

    @RemovedKey(value = "turbo", instead = "remove it")
    record Node(@FormerKey("name") String label) {}
}
