package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.ProblemLines;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.FormerKey;
import dev.renum.core.settings.RemovedKey;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret that stands where a key belongs, as a slip makes it: {@code password: {hunter2}} is a group in YAML. */
final class SecretAsKeyTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: {hunter2}",
                "password: {hunter2, hunter2b}",
                "password: {hunter2: x}",
                "password: {a: {hunter2: x}}",
                "password: [hunter2]",
                "password: [{hunter2}]",
                "password: {{hunter2}}",
                "door: {hunter2}",
                "door: [{hunter2: x}]",
                "door: {password: x, passwor: hunter2}",
                "api-key: {hunter2}",
                "api-key: [hunter2]",
                "api-key: [{hunter2}]",
                "pasword: {hunter2}",
                "tokens: {hunter2}",
                "tokens: [{hunter2}]",
                "tokens: [[hunter2]]",
                "keys: {main: {hunter2}}",
                "keys: {main: [hunter2]}",
                "keys: {main: [{hunter2}]}",
                "keys: {hunter2}",
                "keys: [{hunter2}]",
                "labels: {password: {hunter2}}",
                "labels: {password: [{hunter2}]}",
                "group: {password: {hunter2}}",
                "group: {password: {hunter2: {passwor: x}}}",
                "group: {passwd: {hunter2}}",
                "servers: [{password: {hunter2}}]",
                "pools: {main: {password: {hunter2}}}",
                "old-password: {hunter2}",
                "older: {password: {hunter2}}",
                "gone-password: {hunter2}",
                "gone-password: {hunter2: x}",
                "old-password: {hunter2: x}",
                "old-door: {hunter2: x}",
                "older: {password: {hunter2: x}}",
                "password: {hunter2: a, hunter2: b}",
                "door: {hunter2: a, hunter2: b}",
                "password: {hunter2: !x}",
                "password: {hunter2: !x {a: b}}",
            })
    void isNotShownOfYaml(String line) {
        Host host = new Host(folder, Shop.class);
        host.file("application.yaml", "shop:", "  " + line);

        ConfigReport report = host.report();

        assertThat(report + report.toJson() + report.problems()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password.hunter2=x",
                "password[0]hunter2=x",
                "password[0].hunter2=x",
                "door.hunter2=x",
                "api-key.hunter2=x",
                "api-key[0].hunter2=x",
                "old-password.hunter2=x",
                "old-door.hunter2=x",
                "gone-password.hunter2=x",
                "group.password.hunter2=x",
                "servers[0].password.hunter2=x",
            })
    void isNotShownOfProperties(String line) {
        Host host = new Host(folder, Shop.class);
        host.file("application.properties", "shop." + line);
        host.properties.put("shop." + line.replace("=x", ""), "x");

        ConfigReport report = host.report();

        assertThat(report + report.toJson() + report.problems()).doesNotContain("hunter2");
    }

    @Test
    void isShownAsItsParentAtItsPlace() {
        Host host = new Host(folder, Shop.class);
        host.file("application.properties", "shop.door=d", "shop.api-key.hunter2=x", "shop.old-door.hunter3=y");

        ConfigReport report = host.report();

        assertThat(ProblemLines.of(report.problems()))
                .contains("RNM-CFG-013 shop.api-key.… @ application.properties:2:1")
                .contains("RNM-CFG-021 shop.old-door.… @ application.properties:3:1");
        assertThat(report.toString()).contains("is called shop.door.… today");
    }

    @Test
    void isNoNameInAGroup() {
        Host host = new Host(folder, Shop.class);
        host.file("application.yaml", "shop:", "  door: d", "  credentials: {usr: a, password: b}");

        assertThat(ProblemLines.of(host.report().problems()))
                .contains("RNM-CFG-013 shop.credentials.usr @ application.yaml:3:17");
    }

    @Settings(prefix = "shop")
    @RemovedKey(value = "gone-password", instead = "use door")
    record Shop(
            @FormerKey("old-password") Optional<String> password,
            @FormerKey("old-door") Secret<String> door,
            @Default("") List<Secret<String>> tokens,
            Map<String, Secret<String>> keys,
            Map<String, String> labels,
            Map<String, Group> pools,
            @FormerKey("older") Optional<Group> group,
            Optional<Credentials> credentials,
            @Default("") List<Group> servers) {}

    record Credentials(String user, String password) {}

    record Group(String password, @Default("1") int size) {}
}
