package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.renum.config.report.Problem;
import dev.renum.core.Environment.Kind;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Required;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the report says to do about missing groups is done, and nothing else: then the start must succeed. */
final class GroupCureTest {
    private static final Pattern VARIABLE = Pattern.compile("\\b(?:BOOTH|SHOP)_\\w+");
    private static final Pattern LINE =
            Pattern.compile("add (.+) to (?:this file|application.properties on the class path)");

    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, Booth.class);
    }

    @Test
    void namesTheVariableOfTheFirstElement() {
        assertThat(cure(missing()))
                .isEqualTo("add booth.servers[0].host=… to application.properties on the class path,"
                        + " or set the environment variable BOOTH_SERVERS_0__HOST");
    }

    @Test
    void showsHowAYamlFileWritesIt() {
        host.file("application.yaml", "booth:", "  name: a");

        assertThat(cure(missing()))
                .isEqualTo("add booth.servers: [{host: …}] to this file,"
                        + " or set the environment variable BOOTH_SERVERS_0__HOST");
    }

    @Test
    void sendsNoSecretIntoAFile() {
        host = new Host(folder, Logins.class);

        assertThat(cure(missing()))
                .isEqualTo("set the environment variables BOOTH_LOGINS_0__USER and BOOTH_LOGINS_0__PASSWORD");
    }

    @Test
    void sendsNoTextNamedLikeASecretIntoAFileEither() {
        host = new Host(folder, Guests.class);

        assertThat(cure(missing()))
                .isEqualTo("set the environment variables BOOTH_GUESTS_0__NAME and BOOTH_GUESTS_0__PASSWORD");
    }

    @Test
    void sendsNoListOfSecretsIntoAFile() {
        host = new Host(folder, Keyed.class);

        assertThat(cure(missing())).isEqualTo("set the environment variable BOOTH_PARTS_0__DOORS");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {Booth.class, Deep.class, Needed.class, Nested.class, Entries.class, Logins.class, Names.class})
    void isCuredByTheVariablesNamed(Class<?> section) {
        host = new Host(folder, section);
        if (section == Entries.class) {
            host.file("application.properties", "booth.zones.eu-1.port=1");
        }

        host.report().problems().forEach(this::setVariables);

        assertThatCode(() -> host.read(section)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(classes = {Booth.class, Deep.class, Needed.class})
    void isCuredByTheLineOfAYamlFile(Class<?> section) {
        host = new Host(folder, section).file("application.yaml", "booth:", "  name: a");

        host.file("application.yaml", "booth:", "  name: a", line(missing()));

        assertThatCode(() -> host.read(section)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(classes = {Booth.class, Deep.class, Needed.class})
    void isCuredByTheLinesOfAPropertiesFile(Class<?> section) {
        host = new Host(folder, section);

        host.file("application.properties", line(missing()).split(" and "));

        assertThatCode(() -> host.read(section)).doesNotThrowAnyException();
    }

    private Problem missing() {
        List<Problem> problems = host.report().problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private void setVariables(Problem problem) {
        Matcher variables = VARIABLE.matcher(cure(problem));
        while (variables.find()) {
            host.variable(variables.group(), "7");
        }
    }

    private static String line(Problem problem) {
        Matcher line = LINE.matcher(cure(problem));
        assertThat(line.find()).as(cure(problem)).isTrue();
        return line.group(1).replace("…", "7");
    }

    private static String cure(Problem problem) {
        return String.valueOf(problem.finding().cure());
    }

    @Settings(prefix = "booth")
    record Booth(@Default("") String name, List<Server> servers) {}

    @Settings(prefix = "booth")
    record Deep(@Default("") String name, List<Site> sites) {}

    @Settings(prefix = "booth")
    record Needed(
            @Default("") String name,
            @Required(in = Kind.DEVELOPMENT) Optional<Site> site) {}

    @Settings(prefix = "booth")
    record Nested(Site site) {}

    @Settings(prefix = "booth")
    record Entries(Map<String, Server> zones) {}

    @Settings(prefix = "booth")
    record Logins(List<Login> logins) {}

    @Settings(prefix = "booth")
    record Names(List<String> names, Map<String, List<String>> groups) {}

    @Settings(prefix = "booth")
    record Guests(List<Guest> guests) {}

    record Guest(String name, String password) {}

    @Settings(prefix = "booth")
    record Keyed(List<Part> parts) {}

    record Part(List<Secret<String>> doors) {}

    record Server(String host, @Default("80") int port) {}

    record Site(
            @Default("") String title,
            List<Server> servers,
            Limits limits,
            List<String> aliases,
            Map<String, Server> mirrors) {}

    record Limits(@Default("1") int burst, int rate) {}

    record Login(String user, Secret<String> password) {}
}
