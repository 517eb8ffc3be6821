package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.config.report.Explanation;
import dev.renum.config.report.Explanation.Pending;
import dev.renum.config.report.Origin;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of lists, maps, groups and sections, and of what waits for a restart in them. */
final class GroupExplanationTest {
    @TempDir
    private Path folder;

    @Test
    void listsTheElementsOfAListOfValues() {
        EnvironmentConfigManager config = host("farm.names[0]=ann", "farm.names[1]=bob", "farm.size=1");

        assertThat(config.explain("farm.names")).asString().startsWith("""
                farm.names = "ann, bob" in dev
                  from      application.properties:1:15 (class path)
                  hides     "none" from Farm.names (default)
                  has       farm.names[0] = "ann" from application.properties:1:15 (class path)
                  has       farm.names[1] = "bob" from application.properties:2:15 (class path)
                  type      List<String>
                """);
    }

    @Test
    void hasNoPartsOfAListInOneText() {
        Explanation names = host("farm.names=ann,bob").explain("farm.names");

        assertThat(names.value()).isEqualTo("\"ann,bob\"");
        assertThat(names.parts()).isEmpty();
    }

    @Test
    void listsTheSettingsOfEachElement() {
        EnvironmentConfigManager config =
                host("farm.servers[0].host=a", "farm.servers[0].token=planted-1", "farm.servers[1].host=b");

        assertThat(config.explain("farm.servers")).hasToString("""
                farm.servers has 4 settings in dev
                  has       farm.servers[0].host = "a" from application.properties:1:22 (class path)
                  has       farm.servers[0].token = **** from application.properties:2:23 (class path)
                  has       farm.servers[1].host = "b" from application.properties:3:22 (class path)
                  has       farm.servers[1].token is not set
                  type      List<Server>
                  required  no
                  default   ""
                  change    needs a restart
                  variable  FARM_SERVERS_<NUMBER>__…
                  declared  Farm.servers
                  doc       Who serves.
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "farm.servers.0, 'farm.servers[0].host, farm.servers[0].token'",
        "farm.servers[1], 'farm.servers[1].host, farm.servers[1].token'",
        "farm.servers[7], 'farm.servers[].host, farm.servers[].token'",
        "farm.sites, 'farm.sites.eu.size, farm.sites.eu.open, farm.sites.us.size, farm.sites.us.open'",
        "farm.sites.eu, 'farm.sites.eu.size, farm.sites.eu.open'",
        "farm.limits, 'farm.limits.a, farm.limits.b'",
        "farm.barn, 'farm.barn.size, farm.barn.open'",
        "farm.loft, 'farm.loft.size, farm.loft.open'"
    })
    void findsGroupsOfEverySort(String key, String parts) {
        EnvironmentConfigManager config = host(
                "farm.servers[0].host=a",
                "farm.servers[1].host=b",
                "farm.sites.eu.size=1",
                "farm.sites.us.size=2",
                "farm.limits.a=1",
                "farm.limits.b=2",
                "farm.barn.size=3");

        assertThat(config.explain(key).parts()).extracting(Explanation::key).containsExactly(parts.split(", "));
    }

    @ParameterizedTest
    @CsvSource({
        "farm.barn.open, while running",
        "farm.loft.open, while running",
        "farm.sites.eu.open, needs a restart",
        "farm.servers[0].host, needs a restart"
    })
    void saysThatWhatIsInAListOrAMapNeedsARestart(String key, String change) {
        EnvironmentConfigManager config = host("farm.sites.eu.size=1", "farm.servers[0].host=a");

        assertThat(config.explain(key)).asString().contains("\n  change    " + change + "\n");
    }

    @Test
    void findsWhatVariablesSet() {
        Host host = new Host(folder, Farm.class)
                .variable("FARM_SERVERS_0__HOST", "a")
                .variable("FARM_LIMITS_A", "1");
        try (EnvironmentConfigManager config = host.builder().build()) {
            assertThat(config.explain("farm.servers[0]").parts())
                    .extracting(part -> part.key() + " @ " + part.origin())
                    .containsExactly(
                            "farm.servers[0].host @ FARM_SERVERS_0__HOST", "farm.servers[0].token @ Server.token");
            assertThat(config.explain("farm.limits").parts())
                    .extracting(Explanation::key)
                    .containsExactly("farm.limits.a");
        }
    }

    @Test
    void takesANumberForTheNameOfAnEntryFirst() {
        Explanation entry = host("farm.limits.0=5").explain("farm.limits.0");

        assertThat(entry.key()).isEqualTo("farm.limits.0");
        assertThat(entry.value()).isEqualTo("\"5\"");
        assertThat(host("farm.names[0]=ann").explain("farm.names.0").key()).isEqualTo("farm.names[0]");
    }

    @Test
    void explainsASectionAndWhatStandsForNothing() {
        Explanation farm = host("farm.size=7").explain("farm");

        assertThat(farm.setting()).isNull();
        assertThat(farm.value()).isNull();
        assertThat(farm.origin()).hasToString("application.properties:1:11");
        assertThat(farm.parts())
                .extracting(Explanation::key)
                .containsExactly(
                        "farm.size",
                        "farm.names",
                        "farm.servers[].host",
                        "farm.servers[].token",
                        "farm.sites.<name>.size",
                        "farm.sites.<name>.open",
                        "farm.limits.<name>",
                        "farm.barn.size",
                        "farm.barn.open",
                        "farm.loft.size",
                        "farm.loft.open",
                        "farm.key");
        assertThat(farm).asString().contains("\n  has       farm.limits.<name> is not set\n");
    }

    @Test
    void doesNotTakeTheBeginningOfANameForAGroup() {
        EnvironmentConfigManager config = host("farm.size=7");

        assertThatIllegalArgumentException().isThrownBy(() -> config.explain("far"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config.explain("farm.server"))
                .withMessage("'farm.server' is not a setting; ask for farm.servers");
    }

    @Test
    void saysWhatWaitsForARestart() {
        Host host = new Host(folder, Farm.class).file("application.properties", "farm.size=7");
        try (EnvironmentConfigManager config = host.builder().build()) {
            host.file("application.properties", "# grown", "farm.size=8");
            config.reload();

            Explanation size = config.explain("farm.size");

            assertThat(size).asString().startsWith("""
                    farm.size = "7" in dev
                      from      application.properties:1:11 (class path)
                      pending   "8" from application.properties:2:11 (class path) after a restart
                      hides     "1" from Farm.size (default)
                    """);
            assertThat(size.pending())
                    .extracting(Pending::change)
                    .isEqualTo(config.status().pending().get(0));
            assertThat(config.explain("farm"))
                    .asString()
                    .contains("  has       farm.size = \"7\" from application.properties:1:11 (class path);"
                            + " \"8\" from application.properties:2:11 (class path) after a restart\n");
        }
    }

    @Test
    void doesNotTakeForInForceWhatOnlyTheSourcesHave() {
        Host host = new Host(folder, Farm.class).file("application.properties", "farm.names[0]=ann", "farm.limits.a=1");
        try (EnvironmentConfigManager config = host.builder().build()) {
            host.file("application.properties", "farm.names[0]=eve", "farm.names[1]=bob", "farm.limits.b=2");
            config.reload();

            assertThat(config.explain("farm.limits")).asString().startsWith("""
                    farm.limits has 2 settings in dev
                      has       farm.limits.a = "1" from application.properties:2:15 (class path); nothing from Farm.limits (default) after a restart
                      has       farm.limits.b is not set; "2" from application.properties:3:15 (class path) after a restart
                    """);
            assertThat(config.explain("farm.limits.b").origin().kind()).isEqualTo(Origin.Kind.RECORD);
            assertThat(config.explain("farm.names[1]"))
                    .hasToString(config.explain("farm.names").toString());
            assertThat(config.explain("farm.names")).asString().startsWith("""
                    farm.names = "ann" in dev
                      from      application.properties:1:15 (class path)
                      pending   "eve, bob" from application.properties:1:15 (class path) after a restart
                    """).doesNotContain("has ");
        }
    }

    @Test
    void hidesASecretThatWaits() {
        Host host = new Host(folder, Farm.class).file("application.properties", "farm.key=planted-1");
        try (EnvironmentConfigManager config = host.builder().build()) {
            host.file("application.properties", "farm.key=planted-2");
            config.reload();

            assertThat(config.explain("farm.key"))
                    .asString()
                    .contains("farm.key = **** in dev", "pending   **** from")
                    .doesNotContain("planted");
        }
    }

    private EnvironmentConfigManager host(String... lines) {
        return new Host(folder, Farm.class)
                .file("application.properties", lines)
                .builder()
                .build();
    }

    /** Has groups of every sort. */
    @Settings(prefix = "farm")
    record Farm(
            @Default("1") int size,
            @Default("none") List<String> names,
            @Doc("Who serves.") @Default("") List<Server> servers,
            Map<String, Site> sites,
            Map<String, Integer> limits,
            Site barn,
            Optional<Site> loft,
            Optional<Secret<String>> key) {
        record Server(@Live String host, Optional<Secret<String>> token) {}

        record Site(
                @Default("1") int size,
                @Live @Default("true") boolean open) {}
    }
}
