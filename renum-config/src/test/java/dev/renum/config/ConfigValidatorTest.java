package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.renum.config.report.ConfigCode;
import dev.renum.config.report.ConfigValidation;
import dev.renum.config.report.Problem;
import dev.renum.config.report.ProblemLines;
import dev.renum.config.report.SecurityValidation;
import dev.renum.config.report.ValidationResult;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import dev.renum.core.settings.SettingsRule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigValidatorTest {
    private static final Environment HOMOLOG = new Environment("homolog", Environment.Kind.PRODUCTION);

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, Paying.class);
    }

    @Nested
    final class Offline {
        @Test
        void findsProductionsErrorsInDevelopment() {
            host.file("application.properties", "pay.bank=https://bank.acme.io");
            host.file("application-prod.yaml", "pay:", "  retries: many", "  bank: http://bank.acme.io");

            ConfigValidation production = offline(Environment.PROD);

            assertThat(production.isValid()).isFalse();
            assertThat(errors(production))
                    .containsExactly(
                            "RNM-CFG-010 pay.retries @ application-prod.yaml:2:12",
                            "SEC-010 pay.bank @ application-prod.yaml:3:9");
        }

        @Test
        void seesNothingOfWhatTheBuilderIsToldLater() {
            host.file("application.properties", "pay.bank=https://bank.acme.io");
            EnvironmentConfigManager.Builder builder = host.builder();
            ConfigValidator validator = ConfigValidator.of(builder);

            builder.rule(config -> List.of(Finding.of(ConfigCode.RULE_FAILED, "pay.bank", "is not liked", null)))
                    .register(HOMOLOG)
                    .directory(folder.resolve("nowhere"));

            assertThat(validator.validateAll().keySet()).doesNotContain(HOMOLOG);
            assertThat(errors(only(validator.validateAll(Environment.PROD)))).isEmpty();
        }

        @Test
        void checksEveryEnvironmentUnlessToldWhich() {
            host.file("application.properties", "pay.bank=https://bank.acme.io");
            ConfigValidator validator = ConfigValidator.of(host.builder().register(HOMOLOG));

            assertThat(validator.validateAll().keySet())
                    .containsExactly(Environment.DEV, Environment.TEST, Environment.PROD, HOMOLOG);
            assertThat(validator.validateAll(HOMOLOG).keySet()).containsExactly(HOMOLOG);
            assertThat(validator.validateAll(HOMOLOG).get(HOMOLOG))
                    .hasToString(only(validator.validateAll(HOMOLOG)).report().toString());
        }

        @Test
        void expectsSecretsAndReferencesAtTheDeployment() {
            host.file("application.properties", "pay.bank=${bank.url}", "pay.pin=${bank.pin}");

            ConfigValidation production = offline(Environment.PROD);

            assertThat(production.isValid()).isTrue();
            assertThat(production.isOffline()).isTrue();
            assertThat(production.expectedAtDeployment()).containsExactlyInAnyOrder("pay.bank", "pay.key", "pay.pin");
            assertThat(production.report().problems())
                    .extracting(problem -> problem.finding().severity())
                    .containsOnly(Severity.INFO);
        }

        @Test
        void ignoresWhatThisProcessBrings() throws IOException {
            Path secrets = Files.createDirectory(folder.resolve("secrets"));
            Files.writeString(secrets.resolve("pay.key"), "known to this process only");
            host.variable("PAY_RETRIES", "many").properties.put("pay.bank", "nonsense from here");
            host.file("application.properties", "pay.bank=https://bank.acme.io", "pay.pin=${bank.pin}");

            ConfigValidation production = only(
                    ConfigValidator.of(host.builder().secretsDirectory(secrets)).validateAll(Environment.PROD));

            assertThat(production.isValid()).isTrue();
            assertThat(production.expectedAtDeployment()).containsExactlyInAnyOrder("pay.key", "pay.pin");
        }

        @Test
        void judgesASectionWhoseSecretsAreNotThereYet() {
            host.file("application.properties", "pay.bank=https://bank.acme.io", "pay.retries=7");

            assertThat(errors(offline(Environment.PROD)))
                    .containsExactly("PAY-1 pay.retries @ application.properties:2:13");
        }

        @Test
        void findsWhatTheConstructorRefusesForAnotherReason() {
            host.file("application.properties", "pay.bank=https://bank.acme.io", "pay.retries=-1");

            assertThat(errors(offline(Environment.PROD)))
                    .containsExactly("RNM-CFG-016 pay.retries @ application.properties:2:13");
        }

        @Test
        void doesNotBlameAConstructorThatRefusesAStandIn() {
            Host picky = new Host(folder, Picky.class);

            ConfigValidation production =
                    only(ConfigValidator.of(picky.builder()).validateAll(Environment.PROD));

            assertThat(production.report().problems()).extracting(Problem::key).containsExactly("picky.url");
            assertThat(production.isValid()).isTrue();
        }

        @Test
        void blamesAReferenceToItself() {
            host.file("application.properties", "pay.bank=${pay.bank}");

            assertThat(errors(offline(Environment.PROD)))
                    .containsExactly("RNM-CFG-017 pay.bank @ application.properties:1:10");
        }

        @Test
        void letsTheHostsRulesSeeTheRestButNotJudgeStandIns() {
            host.file("application.properties", "pay.bank=https://bank.acme.io");
            ConfigRule rule = config -> List.of(
                    new Finding("X-1", Severity.ERROR, "pay.key", "is random", null),
                    new Finding(
                            "X-2",
                            Severity.ERROR,
                            "pay.bank",
                            "is " + config.get(Paying.class).bank(),
                            null));

            ConfigValidation production =
                    only(ConfigValidator.of(host.builder().rule(rule)).validateAll(Environment.PROD));

            assertThat(errors(production)).containsExactly("X-2 pay.bank @ application.properties:1:10");
        }

        @Test
        void doesNotBlameRulesThatFailOnAStandIn() {
            host.file("application.properties", "pay.bank=https://bank.acme.io", "pay.retries=3");
            ConfigRule rule = config -> {
                throw new IllegalStateException(config.get(Paying.class).key().toString());
            };

            ConfigValidation production =
                    only(ConfigValidator.of(host.builder().rule(rule)).validateAll(Environment.PROD));

            assertThat(production.isValid()).isTrue();
        }

        @Test
        void doesNotBlameAWaiverForASecretThatIsNotThere() {
            host.file("application.properties", "pay.bank=https://bank.acme.io");

            ConfigValidation production = only(ConfigValidator.of(
                            host.builder().waive("SEC-005", "pay.key", "until the bank takes more", LocalDate.MAX))
                    .validateAll(Environment.PROD));

            assertThat(production.report().problems())
                    .extracting(it -> it.finding().code())
                    .containsOnly("RNM-CFG-033");
        }

        private ConfigValidation offline(Environment environment) {
            return only(ConfigValidator.of(host.builder()).validateAll(environment));
        }
    }

    @Nested
    final class OfThisProcess {
        @Test
        void namesRequiredSettingsWithoutAValue() {
            host.file("application.properties", "pay.retries=many");

            ValidationResult result = ConfigValidator.of(host.builder()).validateRequiredSettings();

            assertThat(result.isValid()).isFalse();
            assertThat(result.environment()).isEqualTo(Environment.DEV);
            assertThat(result.missing()).containsExactlyInAnyOrder("pay.bank", "pay.key");
            assertThat(result.problems()).hasSize(2);
        }

        @Test
        void knowsNothingOfSettingsInAFileThatIsBroken() {
            host.file("application.yaml", "pay: [");

            ValidationResult result = ConfigValidator.of(host.builder()).validateRequiredSettings();
            SecurityValidation security = ConfigValidator.of(host.builder()).checkSecuritySettings();

            assertThat(result.isValid()).isFalse();
            assertThat(result.missing()).isEmpty();
            assertThat(security.findings()).isEmpty();
            assertThat(security.isComplete()).isFalse();
            assertThat(security.isSecure()).isFalse();
        }

        @Test
        void saysWhatTheSecurityRulesFindAndWhatIsWaived() {
            host.file("application.properties", "pay.bank=http://bank.acme.io");
            host.variable("PAY_KEY", "changeme");
            EnvironmentConfigManager.Builder builder =
                    host.builder().environment(Environment.PROD).waive("SEC-010", "pay.bank", "mesh", LocalDate.MAX);

            SecurityValidation security = ConfigValidator.of(builder).checkSecuritySettings();

            assertThat(security.isComplete()).isTrue();
            assertThat(security.isSecure()).isFalse();
            assertThat(ProblemLines.of(security.findings())).containsExactly("SEC-004 pay.key @ PAY_KEY");
            assertThat(security.waived())
                    .extracting(waived -> waived.problem().key())
                    .containsExactly("pay.bank");
        }

        @Test
        void isSecureIfNothingIsFound() {
            host.file("application.properties", "pay.bank=https://bank.acme.io");
            host.variable("PAY_KEY", "kV3xq9Lw7TzR2mPd");
            ConfigValidator validator = ConfigValidator.of(host.builder().environment(Environment.PROD));

            assertThat(validator.checkSecuritySettings().isSecure()).isTrue();
            assertThat(validator.validateRequiredSettings().isValid()).isTrue();
        }

        @Test
        void sayIntegrityAsARestartWould() {
            host.file("application.properties", "pay.bank=https://bank.acme.io");
            host.variable("PAY_KEY", "kV3xq9Lw7TzR2mPd");
            EnvironmentConfigManager manager = host.builder().build();

            ConfigValidation before = manager.validateConfigIntegrity();
            host.file("application.properties", "pay.bank=https://bank.acme.io", "pay.retries=many");
            ConfigValidation after = manager.validateConfigIntegrity();

            assertThat(before.isValid()).isTrue();
            assertThat(before.isOffline()).isFalse();
            assertThat(errors(after)).containsExactly("RNM-CFG-010 pay.retries @ application.properties:2:13");
            assertThat(manager.get(Paying.class).retries()).isEqualTo(3);
        }
    }

    @Nested
    final class OtherEnvironments {
        @Test
        void areLoadedWithoutAnEffect() {
            host.file("application.properties", "pay.bank=https://bank.acme.io", "pay.key=kV3xq9Lw7TzR2mPd");
            host.file("application-test.properties", "pay.retries=1");
            EnvironmentConfigManager manager = host.builder().build();

            EnvironmentConfig test = manager.loadEnvironmentConfig(Environment.TEST);

            assertThat(test.environment()).isEqualTo(Environment.TEST);
            assertThat(test.get(Paying.class).retries()).isEqualTo(1);
            assertThat(manager.get(Paying.class).retries()).isEqualTo(3);
        }

        @Test
        void neverHandOutAStandIn() {
            host.file("application.properties", "pay.bank=https://bank.acme.io");
            host.variable("PAY_KEY", "kV3xq9Lw7TzR2mPd");
            EnvironmentConfigManager manager = host.builder().build();

            EnvironmentConfig production = manager.loadEnvironmentConfig(Environment.PROD);

            assertThatIllegalStateException()
                    .isThrownBy(() -> production.get(Paying.class))
                    .withMessageContaining("environment prod")
                    .withMessageContaining("pay.key");
            assertThat(production.get(ConfigSettings.class).debugMode()).isFalse();
        }

        @Test
        void lackOnlyTheSectionThatHasTheStandIn() {
            host.file("application.properties", "pay.bank=https://bank.acme.io", "pay.key=kV3xq9Lw7TzR2mPd");
            host.variable("PAY_DESK_KEY", "kV3xq9Lw7TzR2mPd");
            EnvironmentConfigManager manager =
                    host.builder().sections(PayDesk.class).build();

            EnvironmentConfig development = manager.loadEnvironmentConfig(Environment.DEV);

            assertThat(development.get(Paying.class).retries()).isEqualTo(3);
            assertThatIllegalStateException()
                    .isThrownBy(() -> development.get(PayDesk.class))
                    .withMessageEndingWith("only its deployment sets pay.desk.key");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> development.get(Picky.class))
                    .withMessageContaining("Paying, PayDesk");
        }

        @Test
        void areRefusedWithTheirErrors() {
            host.file("application.properties", "pay.bank=https://bank.acme.io");
            host.file("application-prod.properties", "pay.bank=http://bank.acme.io");
            host.variable("PAY_KEY", "kV3xq9Lw7TzR2mPd");
            EnvironmentConfigManager manager = host.builder().build();

            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> manager.loadEnvironmentConfig(Environment.PROD))
                    .withMessageContaining("SEC-010");
        }
    }

    private static List<String> errors(ConfigValidation validation) {
        return ProblemLines.of(
                validation.report().problems().stream().filter(Problem::isError).toList());
    }

    /** Has a secret, a rule and a constructor with an opinion. */
    @Settings(prefix = "pay", rules = Paying.Rules.class)
    record Paying(
            URI bank,
            Secret<String> key,
            @Default("none") String pin,
            @Default("3") int retries,
            Map<String, String> options) {
        Paying {
            if (retries < 0) {
                throw new IllegalArgumentException("pay.retries " + retries + " is not allowed");
            }
        }

        /** Refuses many retries, and every key that stands in for another. */
        public static final class Rules implements SettingsRule<Paying> {
            @Override
            public List<Finding> check(Paying settings, Environment environment) {
                Finding random = new Finding("PAY-2", Severity.ERROR, "key", "has no dash", null);
                Finding many = new Finding("PAY-1", Severity.ERROR, "retries", "are too many", null);
                boolean isStandIn = settings.key().reveal().length() == 43;
                return settings.retries() > 5 ? List.of(random, many) : isStandIn ? List.of(random) : List.of();
            }
        }
    }

    /** Its prefix begins with that of another section. */
    @Settings(prefix = "pay.desk")
    record PayDesk(Secret<String> key) {}

    /** Takes a secret of one form only. */
    @Settings(prefix = "picky")
    record Picky(Secret<String> url) {
        Picky {
            if (!url.reveal().startsWith("jdbc:")) {
                throw new IllegalArgumentException("not a URL of JDBC: " + url.reveal());
            }
        }
    }

    private static ConfigValidation only(Map<Environment, ConfigValidation> validations) {
        assertThat(validations).hasSize(1);
        return validations.values().iterator().next();
    }
}
