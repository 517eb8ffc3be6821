package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Problem;
import dev.renum.config.report.Waived;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WaiverTest {
    /** The day on which {@link Candidates} are loaded. */
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 31);

    @TempDir
    Path folder;

    @Test
    void holdsOnItsLastDay() {
        ConfigReport report = plainHttp(builder -> builder.waive("SEC-010", "app.bank.url", "mesh", TODAY));

        assertThat(report.hasErrors()).isFalse();
        assertThat(report.waived()).singleElement().satisfies(waived -> {
            assertThat(waived.problem().key()).isEqualTo("app.bank.url");
            assertThat(waived.problem().isError()).isTrue();
            assertThat(waived.reason()).isEqualTo("mesh");
            assertThat(waived.expires()).isEqualTo(TODAY);
        });
    }

    @Test
    void isAProblemFromTheNextDayOn() {
        ConfigReport report = plainHttp(builder -> builder.waive("SEC-010", "app.*", "mesh", TODAY.minusDays(1)));

        assertThat(codes(report)).contains("SEC-010 ERROR", "RNM-CFG-031 WARNING");
        assertThat(report.waived()).isEmpty();
        assertThat(report.toString()).contains("waive(SEC-010, app.*) has expired on 2030-01-30");
    }

    @Test
    void isAProblemIfNothingNeedsIt() {
        ConfigReport production = report(Environment.PROD, List.of(), WaiverTest::unneeded);
        ConfigReport development = report(Environment.DEV, List.of(), WaiverTest::unneeded);

        assertThat(codes(production)).contains("RNM-CFG-032 WARNING");
        assertThat(codes(development)).contains("RNM-CFG-032 INFO");
    }

    @Test
    void isNeededThoughAnotherAcceptsTheSame() {
        ConfigReport report = plainHttp(builder -> builder.waive("SEC-010", "app.*", "mesh", TODAY)
                .waive("SEC-010", "app.bank.url", "the bank", TODAY.plusDays(9))
                .waive("SEC-010", "*", "intranet", TODAY));

        assertThat(codes(report)).noneMatch(line -> line.startsWith("RNM-CFG-032"));
        assertThat(report.waived()).singleElement().satisfies(waived -> {
            assertThat(waived.reason()).isEqualTo("the bank");
            assertThat(waived.expires()).isEqualTo(TODAY.plusDays(9));
        });
    }

    @Test
    void isAProblemOnceItHasExpiredThoughAnotherAcceptsTheSame() {
        ConfigReport report = plainHttp(builder -> builder.waive("SEC-010", "app.bank.url", "mesh", TODAY.minusDays(1))
                .waive("SEC-010", "app.*", "still", TODAY));

        assertThat(codes(report))
                .contains("RNM-CFG-031 WARNING")
                .doesNotContain("SEC-010 ERROR", "RNM-CFG-032 WARNING");
        assertThat(report.waived()).extracting(Waived::reason).containsExactly("still");
    }

    @Test
    void isNotBlamedWhereNotEverythingCouldBeJudged() {
        ConfigReport report = report(Environment.PROD, List.of("app.instances=many"), WaiverTest::unneeded);

        assertThat(codes(report)).contains("RNM-CFG-010 ERROR").noneMatch(line -> line.startsWith("RNM-CFG-032"));
    }

    @Test
    void needsTheWholeKey() {
        ConfigReport report = plainHttp(builder -> builder.waive("SEC-010", "app.bank", "mesh", TODAY));

        assertThat(codes(report)).contains("SEC-010 ERROR", "RNM-CFG-032 WARNING");
    }

    @Test
    void takesOtherCharactersThanTheStarAsTheyAre() {
        ConfigReport report = plainHttp(builder -> builder.waive("SEC-010", "app.b.nk.*", "mesh", TODAY));

        assertThat(codes(report)).contains("SEC-010 ERROR");
    }

    @Test
    void isShownWithItsReason() {
        ConfigReport report = plainHttp(builder -> builder.waive("SEC-010", "*.url", "the mesh encrypts", TODAY));

        assertThat(report.toString())
                .contains("Waived:", "SEC-010 app.bank.url", "until 2030-01-31: the mesh encrypts");
        assertThat(report.toJson())
                .contains("\"waived\":[{\"reason\":\"the mesh encrypts\",\"expires\":\"2030-01-31\",\"problem\":{");
    }

    @Test
    void acceptsTheRuleOfASection() {
        Host host = new Host(folder, ShopSettings.class);
        host.file("application.properties", "shop.port=1", "shop.gift=true");

        EnvironmentConfig config = host.builder()
                .waive("SHOP-001", "shop.gift", "christmas", LocalDate.MAX)
                .build()
                .current();

        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void coversWhatIsAboutNoKey() {
        ConfigReport report = plainHttp(builder -> builder.waive("SEC-010", "*", "mesh", TODAY)
                .rule(config -> List.of(new Finding("APP-7", Severity.ERROR, "", "is odd", null)))
                .waive("APP-7", "*", "known", TODAY));

        assertThat(report.waived()).extracting(Waived::reason).containsExactlyInAnyOrder("mesh", "known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEC-10", "sec-010", "SEC-099", "HA-9", "dr 1", "plain http"})
    void isRefusedForARuleThatDoesNotExist(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvironmentConfigManager.builder().waive(code, "*", "mesh", TODAY))
                .withMessageContaining("'" + code + "' is not that of a rule")
                .withMessageContaining("SEC-001, SEC-002");
    }

    @Test
    void suggestsTheRuleThatWasMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvironmentConfigManager.builder().waive("SEC-10", "*", "mesh", TODAY))
                .withMessageContaining("did you mean SEC-010? Use one of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvironmentConfigManager.builder().waive("plain http", "*", "mesh", TODAY))
                .withMessageContaining("'plain http' is not that of a rule. Use one of");
    }

    @Test
    void isRefusedForWhatCannotBeRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvironmentConfigManager.builder().waive("RNM-CFG-012", "*", "later", TODAY))
                .withMessageContaining("RNM-CFG-012 cannot be waived");
        assertThatCode(() -> EnvironmentConfigManager.builder().waive("RNM-MON-012", "*", "later", TODAY))
                .doesNotThrowAnyException();
    }

    private static EnvironmentConfigManager.Builder unneeded(EnvironmentConfigManager.Builder builder) {
        return builder.waive("SEC-010", "app.bank.url", "mesh", TODAY);
    }

    private ConfigReport plainHttp(UnaryOperator<EnvironmentConfigManager.Builder> more) {
        return report(Environment.PROD, List.of("app.bank.url=http://bank.acme.io"), more);
    }

    private ConfigReport report(
            Environment environment, List<String> lines, UnaryOperator<EnvironmentConfigManager.Builder> more) {
        return new Candidates(folder).file(lines).report(environment, more);
    }

    private static List<String> codes(ConfigReport report) {
        return report.problems().stream().map(WaiverTest::line).toList();
    }

    private static String line(Problem problem) {
        return problem.finding().code() + " " + problem.finding().severity();
    }
}
