package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.ProblemLines;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentConfigManagerTest {
    @TempDir
    Path folder;

    private ClassPath classPath;
    private final Map<String, String> variables = new TreeMap<>();
    private final Map<String, String> properties = new TreeMap<>();

    @BeforeEach
    void setUp() {
        classPath = new ClassPath(folder);
    }

    @Nested
    final class Values {
        @Test
        void bindsEverySortOfComponent() {
            classPath.file(
                    "application.yaml",
                    "shop:",
                    "  port: 8080",
                    "  log-level: debug",
                    "  request-timeout: 1m30s",
                    "  currencies: [EUR, BRL]",
                    "  shards: [7, 7, 8]",
                    "  discounts:",
                    "    spring: 0.5",
                    "    10.16.249.88: 1",
                    "  home: https://example.org/shop",
                    "  data-directory: /var/shop",
                    "  api-key: no",
                    "  pin: 1234",
                    "  gift: false",
                    "  budget: 12_000",
                    "  mail:",
                    "    host: localhost");

            ShopSettings shop = shop(Environment.DEV);

            assertThat(shop.port()).isEqualTo(8080);
            assertThat(shop.logLevel()).isEqualTo(LogLevel.DEBUG);
            assertThat(shop.requestTimeout()).isEqualTo(Duration.ofSeconds(90));
            assertThat(shop.currencies()).containsExactly("EUR", "BRL");
            assertThat(shop.shards()).containsExactly(7, 8);
            assertThat(shop.discounts()).isEqualTo(Map.of("spring", 0.5, "10.16.249.88", 1.0));
            assertThat(shop.home()).contains(URI.create("https://example.org/shop"));
            assertThat(shop.dataDirectory()).isEqualTo(Path.of("/var/shop"));
            assertThat(shop.apiKey()).isEqualTo(Secret.of("no"));
            assertThat(shop.pin()).isEqualTo(Secret.of(1234));
            assertThat(shop.budget()).isEqualTo(12_000);
            assertThat(shop.mail()).isEqualTo(new ShopSettings.Mail("localhost", 25));
        }

        @Test
        void takesDefaultsOfTheKindOfEnvironment() {
            classPath.file("application.properties", "shop.port=1", "shop.data-directory=x");

            ShopSettings development = shop(Environment.DEV);
            ShopSettings production = shop(Environment.PROD);

            assertThat(development.requestTimeout()).isEqualTo(Duration.ofSeconds(5));
            assertThat(production.requestTimeout()).isEqualTo(Duration.ofSeconds(30));
            assertThat(production.currencies()).isEmpty();
            assertThat(production.shards()).containsExactly(1, 2);
            assertThat(production.discounts()).isEmpty();
            assertThat(production.home()).isEqualTo(Optional.empty());
            assertThat(production.apiKey()).isNull();
            assertThat(production.mail()).isNull();
        }

        @Test
        void demandsWhatIsRequiredOnlyInProduction() {
            classPath.file("application.properties", "shop.port=1");

            ShopSettings development = shop(Environment.DEV);
            List<String> production = problems(Environment.PROD);

            assertThat(development.dataDirectory()).isNull();
            assertThat(production).containsExactly("RNM-CFG-012 shop.data-directory @ application.properties:1:1");
        }

        @Test
        void takesListsWholeFromTheStrongestSource() {
            classPath.file("application.yaml", "shop:", "  port: 1", "  currencies: [EUR, USD, BRL]");
            classPath.file("application-dev.yaml", "shop:", "  currencies: [JPY]");

            ShopSettings shop = shop(Environment.DEV);

            assertThat(shop.currencies()).containsExactly("JPY");
        }

        @Test
        void letsAStrongerTextReplaceAListOfElements() {
            classPath.file("application.yaml", "shop:", "  port: 1", "  currencies: [EUR, USD]");

            List<String> fromFile = shop(Environment.DEV).currencies();
            variables.put("SHOP_CURRENCIES", "BRL,JPY");
            List<String> fromVariable = shop(Environment.DEV).currencies();
            properties.put("shop.currencies", "CHF");
            List<String> fromProperty = shop(Environment.DEV).currencies();

            assertThat(fromFile).containsExactly("EUR", "USD");
            assertThat(fromVariable).containsExactly("BRL", "JPY");
            assertThat(fromProperty).containsExactly("CHF");
        }

        @Test
        void keepsCommasThatABackslashPrecedes() {
            classPath.file("application.properties", "shop.port=1", "shop.currencies = a\\\\,b , c");

            ShopSettings shop = shop(Environment.DEV);

            assertThat(shop.currencies()).containsExactly("a,b", "c");
        }
    }

    @Nested
    final class Sources {
        @Test
        void prefersTheStrongerSource() throws IOException {
            classPath.file("application.properties", "shop.port=1", "shop.budget=1", "shop.gift=false");
            classPath.file("application-dev.properties", "shop.port=2", "shop.budget=2");
            Path directory = Files.createDirectory(folder.resolve("external"));
            Files.writeString(directory.resolve("application.yml"), "shop.port: 3");
            Files.writeString(directory.resolve("application-dev.yml"), "shop.port: 4");

            int fromDirectory =
                    manager(Environment.DEV, directory).get(ShopSettings.class).port();
            variables.put("SHOP_PORT", "5");
            int fromVariable =
                    manager(Environment.DEV, directory).get(ShopSettings.class).port();
            properties.put("shop.port", "6");
            ShopSettings fromProperty = manager(Environment.DEV, directory).get(ShopSettings.class);

            assertThat(fromDirectory).isEqualTo(4);
            assertThat(fromVariable).isEqualTo(5);
            assertThat(fromProperty.port()).isEqualTo(6);
            assertThat(fromProperty.budget()).isEqualTo(2);
        }

        @Test
        void expandsReferencesInFilesOnly() {
            classPath.file(
                    "application.properties",
                    "shop.port=${base}${suffix:80}",
                    "base=80",
                    "shop.home=https://example.org/${shop.port}",
                    "shop.api-key=${shared.key}");
            variables.put("SHARED_KEY", "pa$$w0rd${x}");
            variables.put("SHOP_DATA_DIRECTORY", "${base}/$$");

            ShopSettings shop = shop(Environment.DEV);

            assertThat(shop.port()).isEqualTo(8080);
            assertThat(shop.home()).contains(URI.create("https://example.org/8080"));
            assertThat(shop.apiKey()).isEqualTo(Secret.of("pa$$w0rd${x}"));
            assertThat(shop.dataDirectory()).isEqualTo(Path.of("${base}/$$"));
        }

        @Test
        void namesAReferenceThatNobodySets() {
            classPath.file("application.properties", "shop.port = ${nowhere}", "shop.budget=${shop.budget}");

            ConfigReport report = report(Environment.DEV);

            assertThat(ProblemLines.of(report.problems()))
                    .containsExactly(
                            "RNM-CFG-017 shop.port @ application.properties:1:13",
                            "RNM-CFG-017 shop.budget @ application.properties:2:13");
            assertThat(report.toString()).contains("'${nowhere}'", "NOWHERE", "refers to itself");
        }

        @Test
        void isNotMovedByForeignVariables() {
            classPath.file("application.properties", "shop.port=1", "config_ordinal=900");
            variables.put("CONFIG_ORDINAL", "1");
            variables.put("SHOP_PORT", "2");
            variables.put("PATH", "/bin");

            EnvironmentConfigManager config = manager(Environment.DEV, null);

            assertThat(config.get(ShopSettings.class).port()).isEqualTo(2);
            assertThat(config.current().warnings()).isEmpty();
        }

        @Test
        void refusesTwoFormatsOfOneFile() {
            classPath.file("application.properties", "shop.port=1").file("application.yml", "a: 1");

            assertThat(problems(Environment.DEV)).containsExactly("RNM-CFG-004 application.yml @ application.yml");
        }

        @Test
        void refusesADirectoryThatIsNone() {
            classPath.file("application.properties", "shop.port=1");
            Path file = folder.resolve("application.properties");

            ConfigurationException e =
                    catchThrowableOfType(ConfigurationException.class, () -> manager(Environment.DEV, file));

            assertThat(e.report().problems()).singleElement().satisfies(problem -> {
                assertThat(problem.finding().code()).isEqualTo("RNM-CFG-002");
                assertThat(problem.origin().location()).isEqualTo(file.toString());
            });
        }

        @Test
        void namesAFileThatCannotBeRead() throws IOException {
            classPath.file("application.properties", "shop.port=1");
            Path directory = Files.createDirectory(folder.resolve("external"));
            Files.createDirectory(directory.resolve("application.properties"));
            Files.createSymbolicLink(directory.resolve("application-dev.yaml"), Path.of("application-dev.yaml"));

            ConfigurationException e =
                    catchThrowableOfType(ConfigurationException.class, () -> manager(Environment.DEV, directory));

            assertThat(ProblemLines.of(e.report().problems()))
                    .containsExactly(
                            "RNM-CFG-002 application.properties @ application.properties",
                            "RNM-CFG-002 application-dev.yaml @ application-dev.yaml");
        }

        @Test
        void refusesAFileThatIsNotUtf8() throws IOException {
            Files.write(folder.resolve("application.properties"), new byte[] {'a', '=', (byte) 0xE9, '\n'});

            assertThat(problems(Environment.DEV))
                    .containsExactly("RNM-CFG-003 application.properties @ application.properties");
        }

        @Test
        void refusesAFileThatIsTooLarge() {
            classPath.file("application.properties", "#" + "x".repeat(4 << 20));

            assertThat(report(Environment.DEV).toString()).contains("larger than 4 MiB");
        }
    }

    @Nested
    final class Problems {
        private static final String[] PROPERTIES = {
            "shop.port = eighty",
            "shop.log-levl = INFO",
            "shop.pin = 12a4",
            "shop.request-timeout = 5 parsecs",
            "shop.gift = maybe",
            "shop.budget=",
            "shop.mail.port = 25",
        };

        @Test
        void reportsEverythingAtOnceWithPlaces() {
            classPath.file("application.properties", PROPERTIES);

            ConfigReport report = report(Environment.PROD);

            assertThat(ProblemLines.of(report.problems()))
                    .containsExactly(
                            "RNM-CFG-012 shop.data-directory @ application.properties:1:1",
                            "RNM-CFG-010 shop.port @ application.properties:1:13",
                            "RNM-CFG-013 shop.log-levl @ application.properties:2:1",
                            "RNM-CFG-010 shop.pin @ application.properties:3:12",
                            "RNM-CFG-010 shop.request-timeout @ application.properties:4:24",
                            "RNM-CFG-010 shop.gift @ application.properties:5:13",
                            "RNM-CFG-010 shop.budget @ application.properties:6:13",
                            "RNM-CFG-012 shop.mail.host @ application.properties:7:1");
        }

        @Test
        void printsWhatWhereAndWhatToDo() {
            classPath.file("application.yaml", "shop:", "  port: 8080", "  log-levl: INFO");
            classPath.file("application-prod.yaml", "shop:", "  port: 99999");

            String text = report(Environment.PROD).toString();

            assertThat(text.replace(folder.toString(), "/classes")).isEqualTo("""
                    The configuration of shop for environment prod cannot be used: 3 errors.

                      1. error RNM-CFG-013  shop.log-levl is not a setting
                         at     application.yaml:3:3 (class path)

                              3 | log-levl: …
                                | ^^^^^^^^

                         meant  shop.log-level?
                         do     rename or remove it

                      2. error RNM-CFG-012  shop.data-directory is required and no source sets it
                         at     application-prod.yaml:1:1 (class path)
                         do     set it here, or as the environment variable SHOP_DATA_DIRECTORY
                         rule   ShopSettings.dataDirectory

                      3. error RNM-CFG-011  shop.port "99999" is out of range
                         at     application-prod.yaml:2:9 (class path)

                              2 | port: 99999
                                |       ^^^^^

                         do     use 1 to 65535
                         hides  application.yaml:2:9
                         rule   ShopSettings.port

                    Files:
                      application.yaml is /classes/application.yaml
                      application-prod.yaml is /classes/application-prod.yaml
                    """);
        }

        @Test
        void reportsAMisspelledRequiredKeyOnce() {
            classPath.file("application.yaml", "shop:", "  prot: 8080");

            ConfigReport report = report(Environment.DEV);

            assertThat(ProblemLines.of(report.problems()))
                    .containsExactly("RNM-CFG-013 shop.prot @ application.yaml:2:3");
            assertThat(report.problems().get(0).suggestions()).first().isEqualTo("shop.port");
        }

        @Test
        void showsNoSecret() {
            classPath.file(
                    "application.properties",
                    "shop.port=1",
                    "shop.api-key=bad-s3cr3t",
                    "shop.home=https://user:hunter2@ example.org/?password=hunter3");
            variables.put("SHOP_PIN", "hunter4");

            ConfigReport first = report(Environment.DEV);
            variables.put("SHOP_PIN", "1");
            properties.put("shop.home", "");
            classPath.file("application.properties", "shop.port=1", "shop.api-key=bad-s3cr3t");
            properties.remove("shop.home");
            ConfigReport second = report(Environment.DEV);

            assertThat(first + " " + first.problems()).doesNotContain("hunter").contains("****");
            assertThat(second + " " + second.problems())
                    .doesNotContain("s3cr3t")
                    .contains("api key ****");
            assertThat(ProblemLines.of(second.problems())).startsWith("RNM-CFG-016 shop @ SHOP_PIN");
        }

        @Test
        void showsNoSecretThatAReferenceBroughtIn() {
            classPath.file(
                    "application.properties",
                    "shop.port=1",
                    "shop.api-key=hunter2",
                    "shop.home=http://x/${shop.api-key} y",
                    "shop.pin=1${hunter3}");

            ConfigReport report = report(Environment.DEV);

            assertThat(report + " " + report.problems()).doesNotContain("hunter");
            assertThat(report.toString()).contains("shop.home **** is not a URI");
        }

        @Test
        void refusesAnEmptySecret() {
            classPath.file("application.properties", "shop.port=1", "shop.api-key=from the file");
            variables.put("SHOP_API_KEY", "");

            ConfigReport report = report(Environment.DEV);

            assertThat(ProblemLines.of(report.problems())).containsExactly("RNM-CFG-010 shop.api-key @ SHOP_API_KEY");
            assertThat(report.toString()).contains("is empty", "hides  application.properties:2:14");
        }

        @Test
        void missesNoElementOfAList() {
            classPath.file(
                    "application.properties",
                    "shop.port=1",
                    "shop.currencies[0]=EUR",
                    "shop.currencies[2]=USD",
                    "shop.shards=1",
                    "shop.shards[0]=2");

            assertThat(problems(Environment.DEV))
                    .containsExactly(
                            "RNM-CFG-013 shop.currencies[2] @ application.properties:3:1",
                            "RNM-CFG-013 shop.shards[0] @ application.properties:5:1");
        }

        @Test
        void takesDollarsAndEmptyGroupsAsTheyAre() {
            classPath.file("application.yaml", "shop:", "  port: 1", "  api-key: pa$$w0rd$", "  discounts:", "  mail:");

            ShopSettings shop = shop(Environment.DEV);

            assertThat(shop.apiKey()).isEqualTo(Secret.of("pa$$w0rd$"));
            assertThat(shop.mail()).isNull();
        }

        @Test
        void refusesYamlSyntaxInPlaceOfAPassword() {
            classPath.file("application.yaml", "shop:", "  port: 1", "  api-key: !hunter2", "  pin: &hunter3");

            ConfigReport report = report(Environment.DEV);

            assertThat(ProblemLines.of(report.problems()))
                    .containsExactly(
                            "RNM-CFG-003 application.yaml @ application.yaml:3:3",
                            "RNM-CFG-003 application.yaml @ application.yaml:4:3");
            assertThat(report.toString()).doesNotContain("hunter");
        }

        @Test
        void letsNoKeyWriteLinesOfItsOwn() {
            classPath.file("application.yaml", "shop:", "  port: 1", "  \"a\\n  2. fake\\e[31m\": x");

            assertThat(report(Environment.DEV).toString()).contains("shop.a?  2. fake?[31m");
        }

        @Test
        void judgesBySectionRules() {
            classPath.file("application.properties", "shop.port=1", "shop.data-directory=x", "shop.gift=true");

            EnvironmentConfigManager development = manager(Environment.DEV, null);
            List<String> production = problems(Environment.PROD);

            assertThat(development.current().warnings())
                    .extracting(problem -> problem.finding().code())
                    .containsExactly("SHOP-001");
            assertThat(production).containsExactly("SHOP-001 shop.gift @ application.properties:3:11");
        }

        @Test
        void warnsOfVariablesAndModulesThatNobodyReads() {
            classPath.file("application.properties", "shop.port=1", "renum.monitoring.port=1");
            variables.put("SHOP_PROT", "1");
            variables.put("SHOP_DISCOUNTS_SPRING", "0.1");
            properties.put("renum.test.servers", "required");

            EnvironmentConfigManager config = manager(Environment.DEV, null);

            assertThat(config.current().warnings())
                    .extracting(problem ->
                            problem.finding().code() + " " + problem.finding().subject() + " " + problem.suggestions())
                    .containsExactly("RNM-CFG-015 renum.monitoring.port []", "RNM-CFG-014 SHOP_PROT [SHOP_PORT]");
        }
    }

    @Nested
    final class Environments {
        @Test
        void isProductionWhenNobodySaysOtherwise() {
            classPath.file("application.properties", "shop.port=1", "shop.data-directory=x");

            EnvironmentConfigManager config = builder().build();

            assertThat(config.current().environment()).isEqualTo(Environment.PROD);
        }

        @Test
        void takesArgumentThenPropertyThenVariableThenDefault() {
            classPath.file("application.properties", "shop.port=1", "shop.data-directory=x");
            Environment homolog = new Environment("homolog", Environment.Kind.PRODUCTION);
            EnvironmentConfigManager.Builder builder =
                    builder().register(homolog).defaultEnvironment(Environment.DEV);

            Environment byDefault = builder.build().current().environment();
            variables.put("renum_environment", "Homolog");
            Environment byVariable = builder.build().current().environment();
            properties.put("renum.environment", "production");
            Environment byProperty = builder.build().current().environment();
            Environment byArgument =
                    builder.environment(Environment.TEST).build().current().environment();

            assertThat(List.of(byDefault, byVariable, byProperty, byArgument))
                    .containsExactly(Environment.DEV, homolog, Environment.PROD, Environment.TEST);
        }

        @Test
        void warnsOfAFileThatWantsToChoose() {
            classPath.file("application.properties", "shop.port=1", "renum.environment=prod");

            assertThat(manager(Environment.DEV, null).current().warnings())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.finding().cure()).contains("RENUM_ENVIRONMENT"));
        }

        @Test
        void refusesAnUnknownNameWithASuggestion() {
            variables.put("RENUM_ENVIRONMENT", "prodd");

            ConfigurationException e = catchThrowableOfType(
                    ConfigurationException.class, () -> builder().build());

            assertThat(e).hasMessageContaining("'prodd'").hasMessageContaining("meant  prod?");
            assertThat(e.report().problems().get(0).origin().source()).isEqualTo("RENUM_ENVIRONMENT");
        }
    }

    @Nested
    final class Misuse {
        @Test
        void namesTheSectionsThatItHas() {
            classPath.file("application.properties", "shop.port=1");
            EnvironmentConfigManager config = manager(Environment.DEV, null);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> config.get(ShopTwin.class))
                    .withMessageContaining("ShopSettings");
            assertThatIllegalArgumentException().isThrownBy(() -> config.live(ShopTwin.class));
        }
    }

    @Test
    void hasOneCheckThatNamesTheEnvironmentAndCountsWarnings() {
        classPath.file("application.properties", "shop.port=1", "renum.monitoring.port=1");

        try (EnvironmentConfigManager config = manager(Environment.DEV, null)) {
            assertThat(config.checks()).singleElement().satisfies(spec -> {
                assertThat(spec.name()).isEqualTo("configuration");
                assertThat(spec.check().check().details())
                        .containsEntry("environment", "dev")
                        .containsEntry("warnings", "1");
            });
        }
    }

    /** Has the prefix of another section. */
    @Settings(prefix = "shop")
    record ShopTwin() {}

    private ShopSettings shop(Environment environment) {
        return manager(environment, null).get(ShopSettings.class);
    }

    private List<String> problems(Environment environment) {
        return ProblemLines.of(report(environment).problems());
    }

    private ConfigReport report(Environment environment) {
        return catchThrowableOfType(ConfigurationException.class, () -> manager(environment, null))
                .report();
    }

    private EnvironmentConfigManager manager(Environment environment, @Nullable Path directory) {
        EnvironmentConfigManager.Builder builder = builder().environment(environment);
        return (directory == null ? builder : builder.directory(directory).watch(false)).build();
    }

    private EnvironmentConfigManager.Builder builder() {
        return EnvironmentConfigManager.builder()
                .application("shop")
                .sections(ShopSettings.class)
                .classLoader(classPath.loader())
                .watch(false)
                .process(() -> new ProcessValues(variables, properties));
    }
}
