package dev.renum.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.config.report.Problem;
import dev.renum.config.report.ProblemLines;
import dev.renum.core.settings.DataSize;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingValuesTest {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, Pools.class);
    }

    @Test
    void bindsScalarsInEveryContainer() {
        Host scalars = new Host(folder, Scalars.class)
                .file(
                        "application.yaml",
                        "shop:",
                        "  limit: 10MiB",
                        "  address: '[::1]:80'",
                        "  charset: latin1",
                        "  small: 7",
                        "  ratio: 0.5",
                        "  keys: [one, two]",
                        "  sizes: {a: 1KB, b: 2KiB}",
                        "  hosts: {eu: [a, b], us: c}",
                        "  timeout: 3s",
                        "  pin: 0x");
        scalars.properties.put("shop.pin", "12");

        Scalars read = scalars.read(Scalars.class);

        assertThat(read)
                .isEqualTo(new Scalars(
                        DataSize.ofMebibytes(10),
                        InetSocketAddress.createUnresolved("::1", 80),
                        ISO_8859_1,
                        (short) 7,
                        (byte) 3,
                        0.5f,
                        List.of(Secret.of("one"), Secret.of("two")),
                        Map.of("a", new DataSize(1000), "b", new DataSize(2048)),
                        Map.of("eu", List.of("a", "b"), "us", List.of("c")),
                        Optional.of(Secret.of(Duration.ofSeconds(3))),
                        Secret.of(12)));
    }

    @Test
    void keepsSizesInTheirRange() {
        Host scalars = new Host(folder, Limited.class).file("application.properties", "shop.limit=2GB");

        assertThat(scalars.report().toString()).contains("\"2GB\" is out of range", "use 1KiB to 1GiB");
    }

    @Nested
    final class Groups {
        @Test
        void areBoundInListsAndMaps() {
            host.file(
                    "application.yaml",
                    "shop:",
                    "  servers:",
                    "    - host: a",
                    "    - {host: b, port: 2, tags: [x, y]}",
                    "  pools:",
                    "    main: {size: 5}",
                    "    10.16.249.88:",
                    "      size: 6",
                    "      labels: {zone.a: eu}");

            Pools pools = host.read(Pools.class);

            assertThat(pools.servers())
                    .containsExactly(new Server("a", 80, List.of()), new Server("b", 2, List.of("x", "y")));
            assertThat(pools.pools())
                    .isEqualTo(
                            Map.of("main", new Pool(5, Map.of()), "10.16.249.88", new Pool(6, Map.of("zone.a", "eu"))));
        }

        @Test
        void areSpelledByNumberInProperties() {
            host.file(
                    "application.properties",
                    "shop.servers[0].host=a",
                    "shop.servers[1].host=b",
                    "shop.pools.x.size=1");

            Pools pools = host.read(Pools.class);

            assertThat(pools.servers()).extracting(Server::host).containsExactly("a", "b");
            assertThat(pools.pools()).containsOnlyKeys("x");
        }

        @Test
        void comeWholeFromTheStrongestSource() {
            host.file(
                    "application.yaml", "shop:", "  servers:", "    - {host: a, port: 1}", "    - {host: b, port: 2}");
            host.file("application-dev.yaml", "shop:", "  servers:", "    - {host: c}");

            assertThat(host.read(Pools.class).servers()).containsExactly(new Server("c", 80, List.of()));
        }

        @Test
        void missWhatTheStrongestSourceDoesNotSet() {
            host.file("application.yaml", "shop:", "  servers:", "    - {host: a, port: 1}");
            host.file("application-dev.yaml", "shop:", "  servers:", "    - {port: 2}");

            assertThat(ProblemLines.of(host.report().problems()))
                    .containsExactly("RNM-CFG-012 shop.servers[0].host @ application-dev.yaml:3:7");
        }

        @Test
        void placeEachDefect() {
            host.file(
                    "application.yaml",
                    "shop:",
                    "  servers:",
                    "    - host: a",
                    "      port: x",
                    "      hots: b",
                    "  pools:",
                    "    main: {sise: 5}",
                    "    other: {size: -}");

            List<Problem> problems = host.report().problems();

            assertThat(ProblemLines.of(problems))
                    .containsExactly(
                            "RNM-CFG-010 shop.servers[0].port @ application.yaml:4:13",
                            "RNM-CFG-013 shop.servers[0].hots @ application.yaml:5:7",
                            "RNM-CFG-013 shop.pools.main.sise @ application.yaml:7:12",
                            "RNM-CFG-010 shop.pools.other.size @ application.yaml:8:19");
            assertThat(problems.get(1).suggestions()).first().isEqualTo("shop.servers[0].host");
            assertThat(problems.get(2).suggestions()).containsExactly("shop.pools.main.size");
        }

        @Test
        void refuseAText() {
            host.file("application.properties", "shop.servers=a:80, b:80");

            assertThat(ProblemLines.of(host.report().problems()))
                    .containsExactly("RNM-CFG-010 shop.servers @ application.properties:1:1");
        }
    }

    @Nested
    final class VariablesOfMapsAndLists {
        @Test
        void setAnEntryThatAFileHas() {
            host.file("application.yaml", "shop:", "  limits:", "    10.16.249.88: 1", "    other: 2");
            host.variable("SHOP_LIMITS_10_16_249_88", "7");

            assertThat(host.read(Pools.class).limits()).isEqualTo(Map.of("10.16.249.88", 7, "other", 2));
        }

        @Test
        void addAnEntryInLowerCase() {
            host.variable("SHOP_LIMITS_READ_ALL", "7").variable("SHOP_POOLS_MY_MAIN_SIZE", "3");

            Pools pools = host.read(Pools.class);

            assertThat(pools.limits()).isEqualTo(Map.of("read-all", 7));
            assertThat(pools.pools()).isEqualTo(Map.of("my-main", new Pool(3, Map.of())));
        }

        @Test
        void setAnotherSettingThatIsNamedLikeTheMap() {
            host.variable("SHOP_LIMITS_FILE", "x");

            Pools pools = host.read(Pools.class);

            assertThat(pools.limits()).isEmpty();
            assertThat(pools.limitsFile()).contains("x");
        }

        @Test
        void setElements() {
            host.file("application.yaml", "shop:", "  tags: [a, b]", "  servers: [{host: a}]");
            host.variable("SHOP_TAGS_0_", "x").variable("SHOP_SERVERS_0__HOST", "y");
            host.variable("SHOP_SERVERS_1__HOST", "z").variable("SHOP_SERVERS_1__TAGS_0_", "t");

            Pools pools = host.read(Pools.class);

            assertThat(pools.tags()).containsExactly("x");
            assertThat(pools.servers())
                    .containsExactly(new Server("y", 80, List.of()), new Server("z", 80, List.of("t")));
            assertThat(host.warnings()).isEmpty();
        }

        @Test
        void areNamedIfTheySetNothing() {
            host.variable("SHOP_POOLS_MAIN_SISE", "3").variable("SHOP_TAGZ_0_", "1");

            assertThat(ProblemLines.of(host.warnings()))
                    .containsExactly(
                            "RNM-CFG-014 SHOP_POOLS_MAIN_SISE @ SHOP_POOLS_MAIN_SISE",
                            "RNM-CFG-014 SHOP_TAGZ_0_ @ SHOP_TAGZ_0_");
        }

        @ParameterizedTest
        @CsvSource({
            "SHOP_SERVERS_0_HOST, SHOP_SERVERS_0__HOST",
            "SHOP_SERVERS_12_HOST, SHOP_SERVERS_12__HOST",
            "SHOP_SERVERS_HOST, SHOP_SERVERS_0__HOST",
            "SHOP_SERVERS_1__PROT, SHOP_SERVERS_1__PORT",
            "SHOP_SERVERS_1__TAGS_2, SHOP_SERVERS_1__TAGS_2_",
            "SHOP_TAGS_0, SHOP_TAGS_0_",
            "shop_tags_0, SHOP_TAGS_0_",
            "SHOP_POOLS_MY_MAIN_SISE, SHOP_POOLS_MY_MAIN_SIZE"
        })
        void areNamedWithWhatWasMeant(String name, String meant) {
            host.variable(name, "1");

            assertThat(host.warnings()).singleElement().satisfies(warning -> {
                assertThat(warning.key()).isEqualTo(name);
                assertThat(warning.suggestions()).containsExactly(meant);
            });
        }

        @Test
        void areRefusedInTwoSpellings() {
            host.variable("SHOP_TAGS", "a").variable("shop.tags", "a").variable("http_proxy", "x");
            host.variable("HTTP_PROXY", "y");

            assertThat(ProblemLines.of(host.report().problems())).containsExactly("RNM-CFG-020 shop.tags @ shop.tags");
        }
    }

    @Test
    void refusesTypesThatNoTextIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvironmentConfigManager.builder().sections(Tree.class))
                .withMessageContaining("children");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvironmentConfigManager.builder().sections(ListOfLists.class))
                .withMessageContaining("lists");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvironmentConfigManager.builder().sections(SecretGroup.class))
                .withMessageContaining("secret");
    }

    @Settings(prefix = "shop")
    record Scalars(
            DataSize limit,
            InetSocketAddress address,
            Charset charset,
            short small,
            @Default("3") byte tiny,
            float ratio,
            List<Secret<String>> keys,
            Map<String, DataSize> sizes,
            Map<String, List<String>> hosts,
            Optional<Secret<Duration>> timeout,
            Secret<Integer> pin) {}

    @Settings(prefix = "shop")
    record Limited(@Range(min = "1KiB", max = "1GiB") DataSize limit) {}

    @Settings(prefix = "shop")
    record Pools(
            @Default("") List<Server> servers,
            Map<String, Pool> pools,
            Map<String, Integer> limits,
            Optional<String> limitsFile,
            @Default("") Set<String> tags) {}

    record Server(
            String host,
            @Default("80") int port,
            @Default("") List<String> tags) {}

    record Pool(int size, Map<String, String> labels) {}

    @Settings(prefix = "tree")
    record Tree(@Default("") List<Tree> children) {}

    @Settings(prefix = "nested")
    record ListOfLists(List<List<String>> lists) {}

    @Settings(prefix = "secret")
    record SecretGroup(Secret<Pool> secret) {}
}
