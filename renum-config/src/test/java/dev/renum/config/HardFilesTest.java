package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.renum.config.report.ConfigReport;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files as careless or hostile people write them. */
final class HardFilesTest {
    @TempDir
    Path folder;

    private Host host;

    @BeforeEach
    void setUp() {
        host = new Host(folder, Shop.class);
    }

    @Test
    void takesAByteOrderMarkAndWindowsLines() {
        host.file("application.properties", "\uFEFFshop.name = a\r", "shop.size = x\r");

        assertThat(lines()).containsExactly("RNM-CFG-010 shop.size @ application.properties:2:13");

        host.file("application.properties", "").file("application-dev.yml", "\uFEFFshop:\r", "  size: x\r");

        assertThat(lines()).containsExactly("RNM-CFG-010 shop.size @ application-dev.yml:2:9");
    }

    @Test
    void placesATab() {
        host.file("application.yaml", "shop:", "\tname: a");

        assertThat(lines()).containsExactly("RNM-CFG-003 application.yaml @ application.yaml:2:1");
    }

    @Test
    void refusesAKeyThatIsSetTwice() {
        host.file("application.yaml", "shop:", "  name: a", "  name: b");

        assertThat(lines()).containsExactly("RNM-CFG-006 shop.name @ application.yaml:3:3");
    }

    @Test
    void readsYamlOfTheVersionInWhichNoIsAText() {
        host.file("application.yaml", "shop: {name: no, size: 010}");

        assertThat(host.read(Shop.class)).isEqualTo(new Shop("no", 10, Map.of(), List.of(), null));
    }

    @Test
    void takesAnEmptyTextForATextOnly() {
        host.file("application.yaml", "shop:", "  name: ''", "  size: ''");

        assertThat(lines()).containsExactly("RNM-CFG-010 shop.size @ application.yaml:3:9");
    }

    @Nested
    final class Merges {
        @Test
        void areWeakerThanWhatTheMappingSetsItself() {
            host.file(
                    "application.yaml",
                    "defaults: &defaults {name: merged, size: 1}",
                    "more: &more {size: 2, labels: {a: b}}",
                    "shop:",
                    "  size: 3",
                    "  <<: [*defaults, *more]");

            assertThat(host.read(Shop.class)).isEqualTo(new Shop("merged", 3, Map.of("a", "b"), List.of(), null));
        }

        @Test
        void keepTheirPlaces() {
            host.file("application.yaml", "defaults: &defaults", "  size: x", "shop:", "  <<: *defaults");

            assertThat(lines()).containsExactly("RNM-CFG-010 shop.size @ application.yaml:2:9");
        }

        @Test
        void refuseWhatIsNoGroup() {
            host.file("application.yaml", "a: &a [1]", "shop:", "  <<: *a");

            assertThat(lines()).allMatch(line -> line.startsWith("RNM-CFG-003 application.yaml @ application.yaml:"));
        }

        @Test
        @Timeout(60)
        void haveAnEnd() {
            StringBuilder bomb = new StringBuilder("l0: &l0 {a: 1}\n");
            for (int i = 1; i < 40; i++) {
                bomb.append("l")
                        .append(i)
                        .append(": &l")
                        .append(i)
                        .append(" {<<: [*l")
                        .append(i - 1)
                        .append(", *l");
                bomb.append(i - 1).append("]}\n");
            }

            host.file("application.yaml", bomb + "shop: {size: x}");

            assertThat(lines()).isNotEmpty();
        }
    }

    @Nested
    @Timeout(60)
    final class Huge {
        @Test
        void filesAreRefused() {
            host.file("application.yaml", "shop:", "  name: " + "x".repeat(5 << 20));

            assertThat(lines()).containsExactly("RNM-CFG-002 application.yaml @ application.yaml");
        }

        @Test
        void keysAreRefusedBeforeTheyMultiply() {
            StringBuilder text = new StringBuilder("? " + "k".repeat(1_000_000) + "\n:\n");
            for (int i = 0; i < 90_000; i++) {
                text.append("  a").append(i).append(": 1\n");
            }

            host.file("application.yaml", text.toString());

            assertThat(lines()).hasSize(1).first().asString().startsWith("RNM-CFG-003");
        }

        @Test
        void numbersAreRefused() {
            host.file("application.properties", "shop.size=" + "9".repeat(3_000_000));

            assertThat(lines()).containsExactly("RNM-CFG-010 shop.size @ application.properties:1:11");
        }

        @Test
        void numbersOfUnknownKeysAreReported() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 50_000; i++) {
                text.append("shop.unknown").append(i).append("=1\n");
            }

            host.file("application.properties", text.toString());

            assertThat(host.report().errors()).isEqualTo(50_000);
        }
    }

    @Test
    void makesAProblemOfAConstructorThatThrows() {
        host.file("application.properties", "shop.name=a", "shop.size=13", "shop.key=an");

        ConfigReport report = host.report();

        assertThat(Host.lines(report.problems())).startsWith("RNM-CFG-016 shop @ application.properties:1:1");
        assertThat(report.toString()).contains("Shop", "13 brings bad luck");
    }

    @Test
    void letsErrorsOfTheVirtualMachinePass() {
        host.file("application.properties", "shop.name=fatal");

        assertThatIllegalStateException()
                .isThrownBy(() -> {
                    try {
                        host.builder().build();
                    } catch (StackOverflowError e) {
                        throw new IllegalStateException("passed", e);
                    }
                })
                .withMessage("passed");
    }

    private List<String> lines() {
        return Host.lines(host.report().problems());
    }

    @Settings(prefix = "shop")
    record Shop(
            @Default("") String name,
            @Default("1") int size,
            Map<String, String> labels,
            @Default("") List<String> tags,
            @Nullable Secret<String> key) {
        Shop {
            if (size == 13) {
                throw new IllegalArgumentException("size 13 brings bad luck");
            }
            if (name.equals("fatal")) {
                throw new StackOverflowError();
            }
        }
    }
}
