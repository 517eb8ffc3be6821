package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Problem;
import dev.renum.config.report.RuleCode;
import dev.renum.config.report.Waived;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GeneralRulesTest {
    /** Judged by the files themselves, in {@link FileRulesTest}. */
    private static final Set<RuleCode> TESTED_ELSEWHERE = EnumSet.of(RuleCode.READABLE_SECRET_FILE, RuleCode.ENV_FILE);

    @TempDir
    Path folder;

    static Stream<RuleCase> speaking() {
        return RuleCases.all().stream().filter(RuleCase::speaks);
    }

    static Stream<RuleCase> silent() {
        return RuleCases.all().stream().filter(it -> !it.speaks());
    }

    @ParameterizedTest
    @MethodSource("speaking")
    void speakAtTheKeyWithItsLine(RuleCase it) {
        List<Problem> found = found(it, report(it, Environment.PROD));

        assertThat(found).extracting(Problem::key).contains(it.key());
        assertThat(found)
                .filteredOn(problem -> problem.key().equals(it.key()))
                .allMatch(problem -> problem.origin().toString().startsWith("application.properties:1:"))
                .allMatch(problem -> problem.isError() == it.code().isSecurity());
    }

    @ParameterizedTest
    @MethodSource("speaking")
    void areOnlyWarningsForADeveloper(RuleCase it) {
        List<Problem> found = found(it, report(it, Environment.DEV));

        assertThat(found).noneMatch(Problem::isError);
        assertThat(found.isEmpty()).isEqualTo(!it.code().holdsIn(Environment.DEV));
    }

    @ParameterizedTest
    @MethodSource("silent")
    void areSilentAboutWhatIsUsual(RuleCase it) {
        List<Problem> found = found(it, report(it, Environment.PROD));

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("speaking")
    void areSilencedByAWaiver(RuleCase it) {
        ConfigReport report = new Candidates(folder)
                .file(it.lines())
                .report(
                        Environment.PROD,
                        builder -> builder.waive(it.code().id(), it.key(), "accepted", LocalDate.of(2030, 1, 31)));

        assertThat(found(it, report)).extracting(Problem::key).doesNotContain(it.key());
        assertThat(report.waived())
                .extracting(waived -> waived.problem().finding().code())
                .containsOnly(it.code().id());
        assertThat(report.waived()).extracting(Waived::reason).containsOnly("accepted");
    }

    @Test
    void haveCasesOfBothSorts() {
        Set<RuleCode> speaking = codes(speaking());
        Set<RuleCode> silent = codes(silent());

        assertThat(speaking).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(TESTED_ELSEWHERE)));
        assertThat(silent).isEqualTo(speaking);
    }

    @Test
    void haveNothingAgainstAnOrdinaryProduction() {
        List<String> file = List.of(
                "app.instances=4",
                "app.log-levels.root=INFO",
                "app.db.url=jdbc:postgresql://a.db.acme.io,b.db.acme.io/orders?sslmode=verify-full&targetServerType=primary",
                "app.db.username=orders",
                "app.db.maximum-pool-size=20",
                "app.redis.host=cache.acme.io",
                "app.redis.tls=true",
                "app.bank.url=https://bank.acme.io/v2?token-type=jwt",
                "app.cors.allowed-origins=https://shop.acme.io,https://*.acme.io",
                "app.cors.allow-credentials=true",
                "app.server.shutdown-grace=30s",
                "app.backup.directory=/backup",
                "app.backup.interval=15m",
                "app.backup.recovery-point-objective=1h",
                "app.text.zone=Europe/Berlin",
                "app.text.jwt.public-key=MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE6v1Z3YgqXl9rX0",
                "app.text.token-url=https://login.acme.io/oauth2/token",
                "app.text.log-format=json");
        Map<String, String> variables = Map.of(
                "APP_DB_PASSWORD", "mB8#x2Kq!v7Lz0Rt",
                "APP_REDIS_URL", "rediss://:mB8x2Kqv7Lz0Rt@a.cache.acme.io,b.cache.acme.io");

        ConfigReport report = new Candidates(folder)
                .file(file)
                .process(new ProcessValues(variables, Map.of()))
                .report(Environment.PROD, builder -> builder);

        assertThat(report.problems()).isEmpty();
    }

    @Test
    void callAnyOriginWithCredentialsCritical() {
        ConfigReport report = new Candidates(folder)
                .file(List.of("app.cors.allowed-origins=*", "app.cors.allow-credentials=true"))
                .report(Environment.PROD, builder -> builder);

        assertThat(report.problems())
                .filteredOn(problem -> problem.finding().code().equals("SEC-011"))
                .extracting(problem -> problem.finding().severity())
                .containsExactly(Severity.CRITICAL);
    }

    @Test
    void onlyMentionThatAServiceIsOnTheSameMachine() {
        ConfigReport report = new Candidates(folder)
                .file(List.of("app.bank.url=http://localhost:8081"))
                .report(Environment.PROD, builder -> builder);

        assertThat(report.hasErrors()).isFalse();
        assertThat(report.problems())
                .filteredOn(problem -> problem.key().equals("app.bank.url"))
                .extracting(problem ->
                        problem.finding().code() + " " + problem.finding().severity())
                .containsExactly("SEC-018 INFO");
    }

    @Test
    void neverShowASecret() {
        List<String> file = List.of(
                "app.db.url=jdbc:postgresql://db.acme.io/app?user=u&password=plantedOne1",
                "app.db.password=plantedTwo2",
                "app.redis.url=redis://u:plantedThree3@cache.acme.io",
                "app.secret.key=plantedFour4",
                "app.text.note=ghp_plantedFive5plantedFive5plantedFive5planted");

        ConfigReport report = new Candidates(folder).file(file).report(Environment.PROD, builder -> builder);

        assertThat(report.problems())
                .extracting(it -> it.finding().code())
                .contains("SEC-005", "SEC-006", "SEC-007", "SEC-008");
        assertThat(report.toString() + report.toJson() + report.problems()).doesNotContain("planted");
    }

    private ConfigReport report(RuleCase it, Environment environment) {
        return new Candidates(folder).file(it.lines()).report(environment, builder -> builder);
    }

    /** What the rule found, without what it only mentions. */
    private static List<Problem> found(RuleCase it, ConfigReport report) {
        return report.problems().stream()
                .filter(problem -> problem.finding().code().equals(it.code().id()))
                .filter(problem -> problem.finding().severity() != Severity.INFO)
                .toList();
    }

    private static Set<RuleCode> codes(Stream<RuleCase> cases) {
        return cases.map(RuleCase::code).collect(Collectors.toCollection(() -> EnumSet.noneOf(RuleCode.class)));
    }
}
