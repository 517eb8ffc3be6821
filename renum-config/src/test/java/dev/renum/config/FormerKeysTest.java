package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.FormerKey;
import dev.renum.core.settings.RemovedKey;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(Host.lines(host.warnings()))
                .containsExactly(
                        "RNM-CFG-021 shop.pools.main.name @ application.yaml:2:18",
                        "RNM-CFG-021 SHOP_POOLS_OTHER_NAME @ SHOP_POOLS_OTHER_NAME");
    }

    @Test
    void areAnErrorBesideTheNameOfTodayInAListToo() {
        host.file("application.properties", "shop.list[0]=a");
        host.variable("SHOP_OLD_LIST_0_", "b");

        assertThat(Host.lines(host.report().problems()))
                .containsExactly("RNM-CFG-022 SHOP_OLD_LIST_0_ @ SHOP_OLD_LIST_0_");
    }

    @Test
    void leaveVariablesAloneThatStandForNoneOfToday() {
        host.variable("SHOP_OLD_NODES_0__NAMES", "a").variable("SHOP_OLD_LIST_X", "b");

        assertThat(host.read(Shop.class).nodes()).isEmpty();
        assertThat(Host.lines(host.warnings()))
                .containsExactly(
                        "RNM-CFG-014 SHOP_OLD_LIST_X @ SHOP_OLD_LIST_X",
                        "RNM-CFG-014 SHOP_OLD_NODES_0__NAMES @ SHOP_OLD_NODES_0__NAMES");
    }

    @Test
    void sayWhatToDoInsteadInAnEntryAndInAListToo() {
        host.file("application.yaml", "shop:", "  pools: {main: {label: a, turbo: b}}");
        host.variable("SHOP_GONE_0_", "c").variable("SHOP_NODES_0__LABEL", "d").variable("SHOP_NODES_0__TURBO", "e");

        assertThat(Host.lines(host.report().problems()))
                .containsExactly(
                        "RNM-CFG-023 shop.pools.main.turbo @ application.yaml:2:28",
                        "RNM-CFG-023 SHOP_GONE_0_ @ SHOP_GONE_0_",
                        "RNM-CFG-023 SHOP_NODES_0__TURBO @ SHOP_NODES_0__TURBO");
    }

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
