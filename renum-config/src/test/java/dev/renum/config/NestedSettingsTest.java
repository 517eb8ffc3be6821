package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.Problem;
import dev.renum.config.report.ProblemLines;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists and maps in each other, over several sources. */
final class NestedSettingsTest {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, Shop.class);
    }

    @Nested
    final class AListOfGroups {
        @Test
        void hasTheMapsOfItsOwnSourceOnly() {
            host.file("application.yaml", "shop:", "  servers:", "    - {host: a, limits: {read: 1}}");
            host.file("application-dev.yaml", "shop:", "  servers:", "    - {host: b}");

            assertThat(host.read(Shop.class).servers()).containsExactly(new Server("b", List.of(), Map.of()));
        }

        @Test
        void hasTheListsOfItsOwnSourceOnly() {
            host.file("application.yaml", "shop:", "  servers:", "    - {host: a, tags: [x, y]}");
            host.variable("SHOP_SERVERS_0__HOST", "b");

            assertThat(host.read(Shop.class).servers()).containsExactly(new Server("b", List.of(), Map.of()));
        }

        @Test
        void takesItsListsAndMapsFromVariables() {
            host.file("application.yaml", "shop:", "  servers:", "    - {host: a, limits: {x.y: 1}}");
            host.variable("SHOP_SERVERS_0__HOST", "b")
                    .variable("SHOP_SERVERS_0__TAGS_0_", "t")
                    .variable("SHOP_SERVERS_0__LIMITS_X_Y", "2");

            assertThat(host.read(Shop.class).servers())
                    .containsExactly(new Server("b", List.of("t"), Map.of("x-y", 2)));
            assertThat(host.warnings()).isEmpty();
        }
    }

    @Nested
    final class TheNameOfAnEntry {
        @Test
        void mayHaveBrackets() {
            host.file(
                    "application.yaml",
                    "shop:",
                    "  labels: {'[main]': a, 'a[b]': b, 'x]': c, 'a[01]': d}",
                    "  pools: {'[main]': {host: e, limits: {'[x]': 1}}}",
                    "  lists: {'a[b]': [f, g]}");

            Shop read = host.read(Shop.class);

            assertThat(read.labels()).isEqualTo(Map.of("[main]", "a", "a[b]", "b", "x]", "c", "a[01]", "d"));
            assertThat(read.pools()).isEqualTo(Map.of("[main]", new Server("e", List.of(), Map.of("[x]", 1))));
            assertThat(read.lists()).isEqualTo(Map.of("a[b]", List.of("f", "g")));
        }

        @Test
        void mayNotEndWithTheNumberOfAnElement() {
            host.file("application.yaml", "shop:", "  labels: {a: [x], 'b[5]': y}", "  pools: {c: [{host: z}]}");

            assertThat(ProblemLines.of(host.report().problems()))
                    .containsExactly(
                            "RNM-CFG-010 shop.labels.a @ application.yaml:2:12",
                            "RNM-CFG-010 shop.labels.b @ application.yaml:2:20",
                            "RNM-CFG-010 shop.pools.c @ application.yaml:3:11");
        }
    }

    @Nested
    final class AnElement {
        @Test
        void isNamedByItsPlainNumber() {
            host.file("application.properties", "shop.list[0]=a", "shop.list[01]=b", "shop.list[99999999999]=c");

            assertThat(ProblemLines.of(host.report().problems()))
                    .containsExactly(
                            "RNM-CFG-013 shop.list[01] @ application.properties:2:1",
                            "RNM-CFG-013 shop.list[99999999999] @ application.properties:3:1");

            host.file("application.properties", "shop.list[00]=a");

            assertThat(ProblemLines.of(host.report().problems()))
                    .containsExactly("RNM-CFG-013 shop.list[00] @ application.properties:1:1");
        }

        @Test
        void countsInVariablesOnlyBehindTheOneBefore() {
            host.variable("SHOP_LIST_0_", "a")
                    .variable("SHOP_LIST_2_", "c")
                    .variable("SHOP_LIST_3_", "d")
                    .variable("SHOP_LIST_01_", "b")
                    .variable("SHOP_LISTS_B_1_", "q")
                    .variable("SHOP_SERVERS_1__HOST", "h");

            Shop read = host.read(Shop.class);

            assertThat(read.list()).containsExactly("a");
            assertThat(read.lists()).isEmpty();
            assertThat(read.servers()).isEmpty();
            assertThat(ProblemLines.of(host.warnings()))
                    .containsExactly(
                            "RNM-CFG-014 SHOP_LISTS_B_1_ @ SHOP_LISTS_B_1_",
                            "RNM-CFG-014 SHOP_LIST_01_ @ SHOP_LIST_01_",
                            "RNM-CFG-014 SHOP_LIST_2_ @ SHOP_LIST_2_",
                            "RNM-CFG-014 SHOP_LIST_3_ @ SHOP_LIST_3_",
                            "RNM-CFG-014 SHOP_SERVERS_1__HOST @ SHOP_SERVERS_1__HOST");
            assertThat(host.warnings().get(3).finding().message()).contains("SHOP_LIST_2_");
            assertThat(host.warnings().get(3).finding().cure()).contains("SHOP_LIST_0_");
        }

        @Test
        void doesNotCountBesideTheWholeList() {
            host.variable("SHOP_LIST", "x,y").variable("SHOP_LIST_0_", "a");

            assertThat(host.read(Shop.class).list()).containsExactly("x", "y");
            assertThat(ProblemLines.of(host.warnings())).containsExactly("RNM-CFG-014 SHOP_LIST_0_ @ SHOP_LIST_0_");
            assertThat(host.warnings().get(0).finding().message()).endsWith("SHOP_LIST has the whole list");
        }

        @Test
        void doesNotTakeTheListOverIfItsVariableSetsNothing() {
            host.file("application.properties", "shop.list=x, y", "shop.servers[0].host=a");
            host.variable("SHOP_LIST_0__HOST", "a").variable("SHOP_SERVERS_0_", "b");

            Shop read = host.read(Shop.class);

            assertThat(read.list()).containsExactly("x", "y");
            assertThat(read.servers()).hasSize(1);
            assertThat(host.warnings()).hasSize(2);
        }
    }

    @Nested
    final class AVariable {
        @Test
        void makesAGroupOfAMapPresent() {
            host.variable("SHOP_GROUP_MAP_KEY", "v").variable("SHOP_OUTER_INNER_NAME", "w");

            Shop read = host.read(Shop.class);

            assertThat(read.group()).contains(new Group(Map.of("key", "v")));
            assertThat(read.outer()).contains(new Outer(Optional.of(new Inner("w"))));
            assertThat(host.warnings()).isEmpty();
        }

        @Test
        void setsWhatIsInAnEntryOfAFile() {
            host.file("application.yaml", "shop:", "  pools: {main: {host: a, limits: {read-host: 1}, tags: [q, r]}}");
            host.variable("SHOP_POOLS_MAIN_LIMITS_READ_HOST", "7")
                    .variable("SHOP_POOLS_MAIN_LIMITS_WRITE", "8")
                    .variable("SHOP_POOLS_MAIN_TAGS_0_", "t");

            assertThat(host.read(Shop.class).pools())
                    .isEqualTo(Map.of("main", new Server("a", List.of("t"), Map.of("read-host", 7, "write", 8))));
            assertThat(host.warnings()).isEmpty();
        }

        @Test
        void addsAnEntryByAnythingInIt() {
            host.variable("SHOP_POOLS_NEW_HOST", "a")
                    .variable("SHOP_POOLS_NEW_LIMITS_READ", "7")
                    .variable("SHOP_POOLS_OTHER_HOST", "b")
                    .variable("SHOP_POOLS_OTHER_TAGS_0_", "t");

            assertThat(host.read(Shop.class).pools())
                    .isEqualTo(Map.of(
                            "new", new Server("a", List.of(), Map.of("read", 7)),
                            "other", new Server("b", List.of("t"), Map.of())));
            assertThat(host.warnings()).isEmpty();
        }

        @Test
        void reachesEveryDepth() {
            host.variable("SHOP_REGIONS_EU_RACKS_BIG_ONE_SERVERS_0__HOST", "a")
                    .variable("SHOP_REGIONS_EU_RACKS_BIG_ONE_SERVERS_0__LIMITS_READ", "1");

            assertThat(host.read(Shop.class).regions())
                    .isEqualTo(Map.of(
                            "eu",
                            new Region(Map.of(
                                    "big-one", new Rack(List.of(new Server("a", List.of(), Map.of("read", 1))))))));
            assertThat(host.warnings()).isEmpty();
        }

        @Test
        void mayNotSetSeveralEntries() {
            host.file("application.yaml", "shop:", "  labels: {a.b: x, a-b: y, A_B: z}");
            host.variable("SHOP_LABELS_A_B", "v");

            List<Problem> problems = host.report().problems();

            assertThat(ProblemLines.of(problems))
                    .containsExactly(
                            "RNM-CFG-018 shop.labels.a-b @ SHOP_LABELS_A_B",
                            "RNM-CFG-018 shop.labels.a.b @ SHOP_LABELS_A_B");
            assertThat(problems.get(0).finding().message()).contains("SHOP_LABELS_A_B", "shop.labels.A_B");
        }

        @Test
        void belongsToTheMapWhoseNameIsLonger() {
            host.variable("SHOP_LABELS_EXTRA_A", "v").variable("SHOP_LABELS_B", "w");

            Shop read = host.read(Shop.class);

            assertThat(read.labelsExtra()).isEqualTo(Map.of("a", "v"));
            assertThat(read.labels()).isEqualTo(Map.of("b", "w"));
        }
    }

    @Nested
    final class TwoMapsInAnEntry {
        @Test
        void shareNoVariableBecauseOneNameBeginsLikeTheOther() {
            host.file("application.yaml", "shop:", "  racks: {big.one: {tags-host: h}}");
            host.variable("SHOP_RACKS_BIG_ONE_TAGS_EXTRA_A", "v")
                    .variable("SHOP_RACKS_BIG_ONE_TAGS_HOST", "w")
                    .variable("SHOP_RACKS_BIG_ONE_TAGS_B", "x");

            assertThat(host.read(Tagged.class).racks())
                    .isEqualTo(Map.of("big.one", new TaggedRack(Map.of("b", "x"), Map.of("a", "v"), "w")));
            assertThat(host.warnings()).isEmpty();
        }

        @Test
        void shareNoVariableInAListOfMapsInMaps() {
            host.variable("SHOP_ROWS_0__RACKS_ONE_TAGS_EXTRA_A", "v").variable("SHOP_ROWS_0__RACKS_ONE_TAGS_HOST", "w");

            assertThat(host.read(Tagged.class).rows())
                    .isEqualTo(List.of(new Row(Map.of("one", new TaggedRack(Map.of(), Map.of("a", "v"), "w")))));
            assertThat(host.warnings()).isEmpty();
        }

        @BeforeEach
        void setUp() {
            host = new Host(folder, Tagged.class);
        }
    }

    @Settings(prefix = "shop")
    record Tagged(
            Map<String, TaggedRack> racks, @Default("") List<Row> rows) {}

    record Row(Map<String, TaggedRack> racks) {}

    record TaggedRack(
            Map<String, String> tags,
            Map<String, String> tagsExtra,
            @Default("") String tagsHost) {}

    @Settings(prefix = "shop")
    record Shop(
            @Default("") List<Server> servers,
            @Default("") List<String> list,
            Map<String, String> labels,
            Map<String, String> labelsExtra,
            Map<String, Server> pools,
            Map<String, List<String>> lists,
            Map<String, Region> regions,
            Optional<Group> group,
            Optional<Outer> outer) {}

    record Server(String host, @Default("") List<String> tags, Map<String, Integer> limits) {}

    record Group(Map<String, String> map) {}

    record Outer(Optional<Inner> inner) {}

    record Inner(String name) {}

    record Region(Map<String, Rack> racks) {}

    record Rack(@Default("") List<Server> servers) {}
}
