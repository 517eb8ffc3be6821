package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Excerpt;
import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import dev.renum.core.settings.SettingsRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the findings of rules stand: of a section, of the host, and of those that hold for every key. */
final class RulePlaceTest {
    private static final String STRONG = "kV3xq9Lw7TzR2mPd";

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, Till.class);
    }

    @Test
    void showsTheLineThatARuleOfASectionMeans() {
        host.file("application.yaml", "till:", "  drawers: 7");

        Problem problem = found("TILL-1");

        assertThat(problem.origin()).hasToString("application.yaml:2:12");
        assertThat(problem.excerpt()).isEqualTo(Excerpt.ofValue("drawers: ", "7"));
        assertThat(report(host.builder()).toString()).contains("""
                     at     application.yaml:2:12 (class path)

                          2 | drawers: 7
                            |          ^

                     do     sell one
                     rule   Rules
                """);
    }

    @Test
    void saysThatARuleIsCode() {
        host.file("application.yaml", "till:", "  drawers: 7");

        Problem problem = found("TILL-1");

        assertThat(problem.rule()).isEqualTo(Origin.of("Rules", Origin.Kind.CODE));
        assertThat(report(host.builder()).toJson()).contains("\"rule\":{\"source\":\"Rules\",\"kind\":\"CODE\"");
    }

    @Test
    void isTheRuleItselfIfNothingIsSet() {
        host.properties.put("till.drawers", "7");

        Problem problem = found("TILL-2");

        assertThat(problem.origin()).isEqualTo(Origin.of("Rules", Origin.Kind.CODE));
        assertThat(problem.excerpt()).isNull();
        assertThat(report(host.builder()).toString()).contains("at     Rules (code)");
    }

    @Test
    void saysThatARuleThatFailsIsCode() {
        host.properties.put("till.drawers", "13");

        assertThat(report(host.builder()).toString()).contains("till has a rule that failed", "at     Rules (code)");
        assertThat(report(host.builder()).problems())
                .extracting(Problem::origin)
                .containsExactly(Origin.of("Rules", Origin.Kind.CODE));
    }

    @Test
    void showsTheVariableThatARuleOfTheHostMeans() {
        host.variable("TILL_BANK", "https://bank.acme.io");
        ConfigRule rule = config -> List.of(new Finding("APP-1", Severity.ERROR, "till.bank", "is closed", null));

        Problem problem = found("APP-1", host.builder().rule(rule));

        assertThat(problem.excerpt()).isEqualTo(Excerpt.ofValue("TILL_BANK=", "https://bank.acme.io"));
    }

    @Test
    void showsTheLineThatAGeneralRuleMeans() {
        host.file("application.yaml", "till:", "  bank: http://bank.acme.io");

        Problem problem = found("SEC-010", production());

        assertThat(problem.excerpt()).isEqualTo(Excerpt.ofValue("bank: ", "http://bank.acme.io"));
    }

    @Test
    void showsAListByItsFirstElement() {
        host.file("application.yaml", "till:", "  protocols:", "    - TLSv1.1", "    - TLSv1.2");

        Problem problem = found("SEC-009", production());

        assertThat(problem.origin()).hasToString("application.yaml:3:7");
        assertThat(problem.excerpt()).isNotNull();
        assertThat(problem.excerpt().text()).endsWith("TLSv1.1, …");
    }

    @Test
    void showsWhatAConstructorMeans() {
        host.file("application.properties", "till.drawers = -1");

        assertThat(found("RNM-CFG-016").excerpt()).isEqualTo(Excerpt.ofValue("till.drawers = ", "-1"));
    }

    @Test
    void showsNoSecret() {
        host.file("application.properties", "till.pin = 123456", "till.bank = http://u:" + STRONG + "@bank.acme.io");
        ConfigRule rule = config -> List.of(new Finding("APP-2", Severity.WARNING, "till.pin", "is short", null));

        ConfigReport report = report(production().rule(rule));

        assertThat(report.problems())
                .filteredOn(problem -> problem.key().equals("till.pin"))
                .extracting(Problem::excerpt)
                .containsOnly(Excerpt.ofValue("till.pin = ", "****"));
        assertThat(report.toString() + report.toJson()).doesNotContain("123456", STRONG);
    }

    private Problem found(String code) {
        return found(code, host.builder());
    }

    private EnvironmentConfigManager.Builder production() {
        return host.builder().environment(Environment.PROD);
    }

    private Problem found(String code, EnvironmentConfigManager.Builder builder) {
        return report(builder).problems().stream()
                .filter(problem -> problem.finding().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static ConfigReport report(EnvironmentConfigManager.Builder builder) {
        return builder.checks().here().report();
    }

    /** Has rules and a constructor that object to some numbers. */
    @Settings(prefix = "till", rules = Till.Rules.class)
    record Till(
            @Default("1") int drawers,
            @Default("https://bank.acme.io") String bank,
            @Default("TLSv1.3") List<String> protocols,
            @Default("4711") Secret<String> pin) {
        Till {
            if (drawers < 0) {
                throw new IllegalArgumentException("till.drawers " + drawers + " is not allowed");
            }
        }

        /** Objects to 7 drawers, also at a key that nobody has set, and fails at 13. */
        public static final class Rules implements SettingsRule<Till> {
            @Override
            public List<Finding> check(Till settings, Environment environment) {
                if (settings.drawers() == 13) {
                    throw new IllegalStateException("bad luck");
                }
                return settings.drawers() != 7
                        ? List.of()
                        : List.of(
                                new Finding("TILL-1", Severity.ERROR, "drawers", "are too many", "sell one"),
                                new Finding("TILL-2", Severity.WARNING, "bank", "is far away", null));
            }
        }
    }
}
