package dev.renum.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.Environment.Kind;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Doc;
import dev.renum.core.settings.FormerKey;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Required;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigToolTest {
    private static final String USAGE = """
            usage: check [--env all | --env NAME...] [--format text|json]  report every problem
                   explain KEY     say where a value, or each one of a group, comes from
                   diff ENV ENV    list what files set differently in two environments
                   reference       write a reference of all settings in Markdown
                   help            print this
            exit code: 0 nothing is wrong, 1 the configuration has errors, 2 the arguments make no command
            """;
    private static final Environment HOMOLOG = new Environment("homolog", Environment.Kind.PRODUCTION);

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Settings(prefix = "web")
    record WebSettings(
            @Doc("Where it listens; 0 | any takes a free one.")
            @Default("8080")
            @Range(min = "0", max = "65535")
            @FormerKey({"http-port"})
            int port,

            @Doc("How long a request may take.")
            @Default("30s")
            @Default(value = "5m", in = Environment.Kind.DEVELOPMENT, because = "somebody debugs")
            @Live
            Duration timeout,

            @Default("") String title,
            @Required(in = Environment.Kind.PRODUCTION) Optional<URI> home,
            Optional<Secret<String>> password,
            Map<String, Integer> limits) {}

    @Settings(prefix = "web")
    record NeedySettings(Secret<String> sessionKey, URI home) {}

    @Nested
    final class Checking {
        @Test
        void saysThatNothingIsWrong() {
            file("application.properties", "web.port=80", "web.home=https://shop.internal");

            assertThat(run("check")).isZero();
            assertThat(out()).isEqualTo("The configuration of web for environment prod can be used: 0 errors.\n");
            assertThat(err()).isEmpty();
        }

        @Test
        void readsWhatThisProcessWouldRead() {
            file("application.properties", "web.home=https://shop.internal");
            variables.put("WEB_PORT", "eighty");

            assertThat(run("check")).isEqualTo(1);
            assertThat(out()).contains("1 error.", "WEB_PORT", "\"eighty\" is not a whole number");
            assertThat(err()).isEmpty();
        }

        @Test
        void reportsAnUnknownEnvironmentOfThisProcess() {
            variables.put("RENUM_ENVIRONMENT", "prodution");

            assertThat(run("check")).isEqualTo(1);
            assertThat(out()).contains("RNM-CFG-001", "meant  production");
        }

        @Test
        void readsTheFilesOfOtherEnvironmentsWithoutThisProcess() {
            variables.put("WEB_PORT", "eighty");
            variables.put("WEB_HOME", "https://shop.internal");
            file("application.properties", "web.port=80");
            file("application-homolog.properties", "web.home=https://homolog.shop.internal");

            assertThat(run("check", "--env", "dev", "homolog")).isZero();
            assertThat(out()).isEqualTo("""
                            The configuration of web for environment dev can be used: 0 errors.

                            The configuration of web for environment homolog can be used: 0 errors.
                            """);
        }

        @Test
        void findsTheMistakesOfEveryEnvironment() {
            file("application-test.properties", "web.prot=80");

            assertThat(run("check", "--env", "all")).isEqualTo(1);
            assertThat(out())
                    .contains("environment dev can be used")
                    .contains("environment test cannot be used: 1 error")
                    .contains("environment prod cannot be used: 1 error")
                    .contains("environment homolog cannot be used: 1 error");
        }

        @Test
        void writesJson() {
            file("application.properties", "web.port=x");

            assertThat(run("check", "--format", "json", "--env", "dev", "test")).isEqualTo(1);
            assertThat(out())
                    .startsWith("[{\"application\":\"web\",\"environment\":\"dev\",\"usable\":false,")
                    .contains("},\n{\"application\":\"web\",\"environment\":\"test\"")
                    .endsWith("}]\n");
        }

        @Test
        void writesJsonIfTheEnvironmentOfThisProcessIsNotKnown() {
            variables.put("RENUM_ENVIRONMENT", "prodution");

            assertThat(run("check", "--format", "json")).isEqualTo(1);
            assertThat(out())
                    .startsWith("[{\"application\":\"web\",\"environment\":null,\"usable\":false,\"errors\":1,")
                    .contains("\"code\":\"RNM-CFG-001\"", "\"suggestions\":[\"production\"]")
                    .endsWith("}]\n");
            assertThat(err()).isEmpty();
        }

        @Test
        void writesJsonIfANamedEnvironmentIsNotKnown() {
            assertThat(run("check", "--env", "dev", "prodution", "--format", "json"))
                    .isEqualTo(2);
            assertThat(out())
                    .startsWith("[{\"application\":\"web\",\"environment\":null,\"usable\":false,")
                    .contains(
                            "\"code\":\"RNM-CFG-001\"",
                            "'prodution' is not the name",
                            "\"suggestions\":[\"production\"]")
                    .endsWith("}]\n");
            assertThat(err()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "check --format json --verbose",
                    "check --env --format json",
                    "chekc --format json",
                    "check --format text --format json web"
                })
        void writesJsonIfTheArgumentsAreWrong(String line) {
            assertThat(run(line.split(" "))).isEqualTo(2);
            assertThat(out())
                    .startsWith("[{\"application\":\"web\",\"environment\":null,")
                    .contains("\"code\":\"RNM-CFG-051\"", "\"subject\":\"arguments\"", "\"key\":null", "--help")
                    .endsWith("}]\n");
            assertThat(err()).isEmpty();
        }

        @Test
        void takesTheFormatThatComesLast() {
            assertThat(run("check", "--env", "dev", "--format", "json", "--format", "text"))
                    .isZero();
            assertThat(out()).startsWith("The configuration of web for environment dev");
        }

        @Test
        void takesTextForTheFormat() {
            assertThat(run("check", "--env", "development", "--format", "text")).isZero();
            assertThat(out()).startsWith("The configuration of web for environment dev");
        }
    }

    @Nested
    final class Explaining {
        @Test
        void saysWhereAValueComesFrom() {
            variables.put("RENUM_ENVIRONMENT", "dev");
            file("application.properties", "web.timeout=3s");

            assertThat(run("explain", "web.timeout")).isZero();
            assertThat(out())
                    .startsWith("web.timeout = \"3s\" in dev\n  from      application.properties:1:13 (class path)\n")
                    .contains("hides     \"5m\" from WebSettings.timeout");
        }

        @Test
        void showsAValueThatCannotBeUsed() {
            file("application-dev.properties", "web.timeout=soon");
            variables.put("RENUM_ENVIRONMENT", "dev");

            assertThat(run("explain", "web.timeout")).isEqualTo(1);
            assertThat(out())
                    .startsWith("web.timeout = \"soon\" in dev\n")
                    .contains("RNM-CFG-010", "\"soon\" is not a duration");
        }

        @Test
        void onlyCountsWhatIsWrongElsewhere() {
            file("application.properties", "web.port=x");

            assertThat(run("explain", "web.timeout")).isZero();
            assertThat(out()).startsWith("web.timeout = \"30s\" in prod").doesNotContain("RNM");
            assertThat(err()).isEqualTo("The configuration of prod has 2 other problems: check\n");
        }

        @Test
        void showsAGroupAndWhatIsWrongInIt() {
            file("application.properties", "web.home=https://shop.internal", "web.limits.a=1", "web.limits.b=x");

            assertThat(run("explain", "web.limits")).isEqualTo(1);
            assertThat(out()).startsWith("""
                            web.limits has 2 settings in prod
                              has       web.limits.a = "1" from application.properties:2:14 (class path)
                              has       web.limits.b = "x" from application.properties:3:14 (class path)
                            """).contains("RNM-CFG-010  web.limits.b");
            assertThat(err()).isEmpty();
        }

        @Test
        void countsOneProblemElsewhere() {
            file("application.properties", "web.port=1", "web.limits.a=x", "web.home=https://shop.internal");

            assertThat(run("explain", "web.port")).isZero();
            assertThat(err()).isEqualTo("The configuration of prod has 1 other problem: check\n");
        }

        @Test
        void refusesAKeyThatIsNone() {
            assertThat(run("explain", "web.prot")).isEqualTo(2);
            assertThat(out()).isEmpty();
            assertThat(err()).isEqualTo("'web.prot' is not a setting; ask for web.port\n" + USAGE);
        }
    }

    @Nested
    final class Comparing {
        @Test
        void listsWhatDiffers() {
            file("application.properties", "web.port=80", "web.home=https://shop.internal");
            file("application-dev.properties", "web.title=local", "web.password=planted-1", "web.limits.a=1");
            file("application-prod.properties", "web.limits.a=01", "web.limits.b=2");

            assertThat(run("diff", "dev", "prod")).isZero();
            assertThat(out()).isEqualTo("""
                    key                         dev      prod
                    renum.config.debug-mode     "true"   "false"
                    renum.config.log-level      "DEBUG"  "INFO"
                    renum.config.poll-interval  "2s"     "30s"
                    web.limits.b                not set  "2"
                    web.password                ****     not set
                    web.timeout                 "5m"     "30s"
                    web.title                   "local"  ""
                    """);
        }

        @Test
        void saysThatNothingDiffers() {
            file("application.properties", "web.home=https://shop.internal");

            assertThat(run("diff", "prod", "homolog")).isZero();
            assertThat(out()).isEqualTo("Nothing differs between prod and homolog.\n");
        }

        @Test
        void doesNotCompareWhatOnlyADeploymentBrings() {
            file("application.properties", "web.home=https://acme.io/${web.nothing}");
            file("application-test.properties", "web.home=https://acme.io/");

            assertThat(run(NeedySettings.class, "diff", "prod", "homolog")).isZero();
            assertThat(run(NeedySettings.class, "diff", "prod", "test")).isZero();
            assertThat(out())
                    .startsWith("Nothing differs between prod and homolog.\n")
                    .contains("""
                    web.home            at deployment  "https://acme.io/"
                    """);
        }

        @Test
        void warnsOfValuesThatCannotBeCompared() {
            file("application-dev.properties", "web.title=local");

            assertThat(run("diff", "dev", "prod")).isEqualTo(1);
            assertThat(out()).contains("web.title");
            assertThat(err())
                    .isEqualTo("The configuration of prod has errors, so that some of its values are missing here:"
                            + " check --env prod\n");
        }
    }

    @Test
    void writesAReferenceOfAllSettings() {
        assertThat(run("reference")).isZero();
        assertThat(out())
                .startsWith("# Settings of web\n")
                .contains("\n## renum.config\n", "\n## renum.optimizations\n")
                .endsWith("""

                        ## web

                        | key, variable | meaning | type | default | change |
                        | --- | --- | --- | --- | --- |
                        | `web.port`<br>`WEB_PORT` | Where it listens; 0 \\| any takes a free one.<br>Formerly `web.http-port`. | `int`<br>0 to 65535 | `8080` | needs a restart |
                        | `web.timeout`<br>`WEB_TIMEOUT` | How long a request may take. | `Duration` | development: `5m`, somebody debugs<br>test: `30s`<br>production: `30s` | while running |
                        | `web.title`<br>`WEB_TITLE` |  | `String` | empty | needs a restart |
                        | `web.home`<br>`WEB_HOME` | **Required in production.** | `Optional<URI>` | none | needs a restart |
                        | `web.password`<br>`WEB_PASSWORD` |  | `Optional<Secret<String>>` | none | needs a restart |
                        | `web.limits.<name>`<br>`WEB_LIMITS_<NAME>` |  | `Map<String, Integer>` | none | needs a restart |
                        """);
    }

    @Test
    void showsInTheReferenceHowGroupsAreWritten() {
        assertThat(run(BoothSettings.class, "reference")).isZero();
        assertThat(out()).contains("""

                        ## booth

                        | key, variable | meaning | type | default | change |
                        | --- | --- | --- | --- | --- |
                        | `booth.servers`<br>`BOOTH_SERVERS_<NUMBER>__…` | Who serves.<br>**Required.**<br>Write `booth.servers: [{host: …}]` or `booth.servers[0].host=…` or `BOOTH_SERVERS_0__HOST`. | `List<Server>` | none | needs a restart |
                        | `booth.servers[].host`<br>`BOOTH_SERVERS_<NUMBER>__HOST` | **Required in each element of booth.servers.** | `String` | none | needs a restart |
                        | `booth.zones`<br>`BOOTH_ZONES_<NAME>_…` | Write `booth.zones: {name: {host: …}}` or `booth.zones.name.host=…` or `BOOTH_ZONES_NAME_HOST`. | `Map<String, Server>` | none | needs a restart |
                        | `booth.zones.<name>.host`<br>`BOOTH_ZONES_<NAME>_HOST` | **Required in each entry of booth.zones.** | `String` | none | needs a restart |
                        | `booth.login`<br>`BOOTH_LOGIN_…` | **Required in production.**<br>Write `BOOTH_LOGIN_PASSWORD`. | `Optional<Login>` | none | needs a restart |
                        | `booth.login.password`<br>`BOOTH_LOGIN_PASSWORD` | **Required if anything of booth.login is set.** | `Secret<String>` | none | needs a restart |
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "|a command is missing",
                "chekc|'chekc' is not a command",
                "explain|explain needs one key",
                "explain a b|explain needs one key",
                "explain web.port --env dev|explain has no --env: it is about this process, whose environment RENUM_ENVIRONMENT names",
                "diff dev|diff needs two environments",
                "diff dev prodd|'prodd' is not the name of an environment; allowed are dev, test, prod, development, production, homolog",
                "reference web|reference takes no arguments",
                "check web|'web' is not an option of check",
                "check --env|--env needs the name of an environment, or all",
                "check --env nowhere|'nowhere' is not the name of an environment; allowed are dev, test, prod, development, production, homolog",
                "check --format|--format needs text or json",
                "check --format xml|--format needs text or json",
                "check --verbose|'--verbose' is not an option of check"
            })
    void saysHowItIsUsed(@Nullable String line, String message) {
        String[] arguments = line == null ? new String[0] : line.split(" ");

        assertThat(run(arguments)).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).isEqualTo(message + "\n" + USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h", "check --help", "explain -h", "help check", "--help --format json"})
    void helps(String line) {
        assertThat(run(line.split(" "))).isZero();
        assertThat(out()).isEqualTo(USAGE);
        assertThat(err()).isEmpty();
    }

    private void file(String name, String... lines) {
        new ClassPath(folder).file(name, lines);
    }

    private int run(String... arguments) {
        return run(WebSettings.class, arguments);
    }

    private int run(Class<?> section, String... arguments) {
        EnvironmentConfigManager.Builder builder = EnvironmentConfigManager.builder()
                .application("web")
                .register(HOMOLOG)
                .classLoader(new ClassPath(folder).loader())
                .process(new ProcessValues(variables, Map.of()))
                .sections(section);
        try (PrintStream toOut = new PrintStream(out, false, UTF_8);
                PrintStream toErr = new PrintStream(err, false, UTF_8)) {
            return ConfigTool.run(builder, toOut, toErr, arguments);
        }
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }

    @Settings(prefix = "booth")
    record BoothSettings(
            @Doc("Who serves.") List<Server> servers,
            Map<String, Server> zones,
            @Required(in = Kind.PRODUCTION) Optional<Login> login) {}

    record Server(String host) {}

    record Login(Secret<String> password) {}
}
