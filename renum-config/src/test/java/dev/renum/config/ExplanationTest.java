package dev.renum.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.renum.config.report.Explanation;
import dev.renum.config.report.Explanation.Shadowed;
import dev.renum.config.report.Origin;
import dev.renum.config.report.SettingDescription;
import dev.renum.config.report.SettingDescription.DefaultValue;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplanationTest {
    @TempDir
    private Path folder;

    @Settings(prefix = "mail")
    record MailSettings(
            @Doc("The port of the server.") @Default("25") @Range(min = "1", max = "65535") @FormerKey("server-port")
            int port,

            @Default("30s") @Default(value = "5s", in = Kind.DEVELOPMENT, because = "nobody waits") @Live
            Duration timeout,

            @Default("INFO") LogLevel level,
            @Default("a") List<String> senders,
            @FormerKey("quotas") Map<String, Integer> limits,
            @Nullable Secret<String> password,
            @Required(in = Kind.PRODUCTION) Optional<String> relay,
            Optional<Archive> archive,
            @Default("") List<Rule> rules) {
        record Archive(
                String path,
                @Range(max = "10") @Default("3") int copies) {}

        record Rule(
                String from, @Range(min = "0") @Default("0") int delay) {}
    }

    @Test
    void saysWhereTheValueStandsAndWhatItHides() {
        ProcessValues process = new ProcessValues(Map.of("MAIL_PORT", "2525"), Map.of("mail.port", "5000"));
        EnvironmentConfigManager config = config(process, "mail.port=587", "mail.relay=r");

        Explanation port = config.explain("mail.port");

        assertThat(port.value()).isEqualTo("\"5000\"");
        assertThat(port.origin().kind()).isEqualTo(Origin.Kind.SYSTEM_PROPERTY);
        assertThat(port.shadowed())
                .extracting(Shadowed::value, shadowed -> shadowed.origin().toString())
                .containsExactly(
                        tuple("\"2525\"", "MAIL_PORT"),
                        tuple("\"587\"", "application.properties:1:11"),
                        tuple("\"25\"", "MailSettings.port"));
    }

    @Test
    void saysWhatTheSectionDeclares() {
        SettingDescription port = declared(config("mail.relay=r"), "mail.port");

        assertThat(port.type()).isEqualTo("int");
        assertThat(port.allowed()).isEqualTo("1 to 65535");
        assertThat(port.requiredIn()).isEmpty();
        assertThat(port.defaults())
                .containsEntry(Kind.TEST, new DefaultValue("\"25\"", null))
                .hasSize(3);
        assertThat(port.isLive()).isFalse();
        assertThat(port.variable()).isEqualTo("MAIL_PORT");
        assertThat(port.doc()).isEqualTo("The port of the server.");
        assertThat(port.formerKeys()).containsExactly("mail.server-port");
        assertThat(port.declaration()).hasToString("MailSettings.port");
    }

    @Test
    void saysWhatTheEntriesOfAMapWereCalled() {
        EnvironmentConfigManager config = config("mail.relay=r", "mail.quotas.a=1");

        assertThat(config.explain("mail.limits.a").value()).isEqualTo("\"1\"");
        assertThat(declared(config, "mail.limits.a").formerKeys()).containsExactly("mail.quotas.<name>");
    }

    @Test
    void printsAsText() {
        String text =
                config("mail.port=587", "mail.relay=r").explain("mail.port").toString();

        assertThat(text).isEqualTo("""
                mail.port = "587" in prod
                  from      application.properties:1:11 (class path)
                  hides     "25" from MailSettings.port (default)
                  type      int, 1 to 65535
                  required  no
                  default   "25"
                  change    needs a restart
                  variable  MAIL_PORT
                  formerly  mail.server-port
                  declared  MailSettings.port
                  doc       The port of the server.
                """);
    }

    @Test
    void printsADefaultWithItsReason() {
        EnvironmentConfigManager config = builder("")
                .environment(Environment.DEV)
                .process(new ProcessValues(Map.of(), Map.of()))
                .build();

        assertThat(config.explain("mail.timeout")).hasToString("""
                mail.timeout = "5s" in dev
                  from      MailSettings.timeout (default of the environment)
                  because   nobody waits
                  type      Duration
                  required  no
                  default   development "5s" (nobody waits); test "30s"; production "30s"
                  change    while running
                  variable  MAIL_TIMEOUT
                  declared  MailSettings.timeout
                """);
    }

    @Test
    void explainsWhatNothingSets() {
        Explanation path = config("mail.relay=r").explain("mail.archive.path");

        assertThat(path.value()).isNull();
        assertThat(path.shadowed()).isEmpty();
        assertThat(path)
                .asString()
                .startsWith("mail.archive.path is not set in prod\n  type ")
                .contains("required  yes if anything of mail.archive is set")
                .contains("default   none");
    }

    @Test
    void saysWhereAValueIsRequired() {
        EnvironmentConfigManager config = config("mail.relay=r");

        assertThat(declared(config, "mail.relay").requiredIn()).containsExactly(Kind.PRODUCTION);
        assertThat(config.explain("mail.relay")).asString().contains("required  in production\n");
        assertThat(declared(config, "mail.password").requiredIn()).isEmpty();
    }

    @Test
    void namesTheValuesOfAnEnum() {
        assertThat(config("mail.relay=r").explain("mail.level"))
                .asString()
                .contains("type      LogLevel, TRACE, DEBUG, INFO, WARN, ERROR, OFF");
    }

    @Test
    void explainsListsAndMapsAndWhatTheyHold() {
        EnvironmentConfigManager config = config(
                "mail.relay=r",
                "mail.senders[0]=x",
                "mail.senders[1]=y",
                "mail.limits.small=1",
                "mail.rules[0].from=ann",
                "mail.rules[0].delay=7");

        assertThat(config.explain("mail.senders").value()).isEqualTo("\"x, y\"");
        assertThat(declared(config, "mail.senders").type()).isEqualTo("List<String>");
        assertThat(config.explain("mail.senders[1]").value()).isEqualTo("\"y\"");
        assertThat(config.explain("mail.limits.small").value()).isEqualTo("\"1\"");
        assertThat(declared(config, "mail.limits.small").variable()).isEqualTo("MAIL_LIMITS_<NAME>");
        assertThat(config.explain("mail.rules[0].delay").value()).isEqualTo("\"7\"");
        assertThat(config.explain("mail.rules[3].delay").value()).isNull();
        assertThat(declared(config, "mail.rules[0].delay").allowed()).isEqualTo("at least 0");
        assertThat(declared(config, "mail.archive.copies").allowed()).isEqualTo("at most 10");
    }

    @Test
    void showsTheFirstElementOfAListThatIsHidden() {
        ProcessValues process = new ProcessValues(Map.of("MAIL_SENDERS", "v"), Map.of());

        Explanation senders =
                config(process, "mail.relay=r", "mail.senders[0]=x").explain("mail.senders");

        assertThat(senders.shadowed()).extracting(Shadowed::value).contains("\"a\"");
        assertThat(senders.value()).isEqualTo("\"v\"");
    }

    @Test
    void hidesSecretsInEveryValue() {
        ProcessValues process = new ProcessValues(Map.of("MAIL_PASSWORD", "planted-8fQ2xV7m"), Map.of());

        Explanation password = config(process, "mail.relay=r", "mail.password=planted-Zr5kT1wq")
                .explain("mail.password");

        assertThat(password.value()).isEqualTo("****");
        assertThat(password.shadowed()).extracting(Shadowed::value).containsExactly("****");
        assertThat(password).asString().doesNotContain("planted");
    }

    @Test
    void hidesAListOfWhichAnElementIsKeptAmongTheSecrets(@TempDir Path secrets) throws IOException {
        Files.writeString(secrets.resolve("mail.senders[0]"), "planted-8fQ2xV7m");
        EnvironmentConfigManager config = builder("mail.relay=r")
                .secretsDirectory(secrets)
                .process(new ProcessValues(Map.of("MAIL_SENDERS", "planted-Zr5kT1wq"), Map.of()))
                .build();

        Explanation senders = config.explain("mail.senders");

        assertThat(senders.value()).isEqualTo("****");
        assertThat(senders).asString().doesNotContain("planted");
    }

    @Test
    void knowsNoElementWhoseNumberNoSourceCouldWrite() {
        EnvironmentConfigManager config = config("mail.relay=r", "mail.senders[0]=x", "mail.senders[1]=y");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> config.explain("mail.senders[01]"))
                .withMessageStartingWith("'mail.senders[01]' is not a setting");
    }

    @Test
    void doesNotKnowOtherKeysAndSaysWhatMayBeMeant() {
        EnvironmentConfigManager config = config("mail.relay=r");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> config.explain("mail.prot"))
                .withMessage("'mail.prot' is not a setting; ask for mail.port");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config.explain("entirely.different"))
                .withMessage("'entirely.different' is not a setting");
    }

    private static SettingDescription declared(EnvironmentConfigManager config, String key) {
        return requireNonNull(config.explain(key).setting());
    }

    private EnvironmentConfigManager config(String... lines) {
        return config(new ProcessValues(Map.of(), Map.of()), lines);
    }

    private EnvironmentConfigManager config(ProcessValues process, String... lines) {
        return builder(lines).process(process).build();
    }

    private EnvironmentConfigManager.Builder builder(String... lines) {
        return EnvironmentConfigManager.builder()
                .watch(false)
                .environment(Environment.PROD)
                .classLoader(new ClassPath(folder)
                        .file("application.properties", lines)
                        .loader())
                .sections(MailSettings.class);
    }
}
