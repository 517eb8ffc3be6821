package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that nobody has in mind who writes a binding. */
final class OddKeysTest {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, Shop.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.list[]", "shop.nodes[].name", "shop.map.a.list[]"})
    void areNoSettingsIfTheNumberOfTheElementIsMissing(String key) {
        host.file("application.properties", key + "=a");

        assertThat(host.report().problems())
                .extracting(problem -> problem.finding().code() + " " + problem.key())
                .contains("RNM-CFG-013 " + key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOP_MAP_NAME", "SHOP_NODES_00__NAME"})
    void areNotMeantAsThemselves(String variable) {
        host.variable(variable, "a");

        assertThat(host.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.suggestions()).doesNotContain(variable));
    }

    @Test
    void areNamesOfEntriesIfTheyHaveBracketsWithoutANumber() {
        host.file("application.properties", "shop.texts.a[]=b");

        assertThat(host.read(Shop.class).texts()).containsExactly(Map.entry("a[]", List.of("b")));
    }

    @Settings(prefix = "shop")
    record Shop(
            @Default("") List<String> list,
            @Default("") List<Node> nodes,
            Map<String, Node> map,
            Map<String, List<String>> texts) {}

    record Node(@Default("n") String name, @Default("") List<String> list) {}
}
