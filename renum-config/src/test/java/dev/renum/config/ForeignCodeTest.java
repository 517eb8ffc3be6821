package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.renum.config.reload.RecordingLog;
import dev.renum.config.report.ReloadResult;
import dev.renum.config.report.ReloadResult.Applied;
import dev.renum.config.report.ReloadResult.Rejected;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import dev.renum.core.settings.SettingsRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What code of the host can do to a load and to a reload. */
final class ForeignCodeTest {
    private static final String SECRET = "Zk9-hunter-Xq77";

    @TempDir
    Path directory;

    private final RecordingLog log = new RecordingLog();
    private Desk desk;

    @BeforeEach
    void setUp() {
        desk = new Desk(directory);
    }

    @AfterEach
    void tearDown() {
        log.close();
    }

    @Nested
    final class Throwing {
        @Test
        void anErrorOfAConstructorIsAProblemWithoutItsSecret() {
            desk.write("odd.step=1", "odd.key=" + SECRET);
            try (EnvironmentConfigManager config = odd()) {
                desk.write("odd.step=2", "odd.key=" + SECRET);

                ReloadResult result = config.reload();

                assertThat(text(result)).contains("RNM-CFG-016", "the key is").doesNotContain(SECRET);
                assertThat(log.lines(SECRET)).isEmpty();
                assertThat(config.status().problems()).isNotEmpty();
            }
        }

        @Test
        void anErrorOfARuleIsAProblemWithoutItsSecret() {
            desk.write("odd.step=3", "odd.key=" + SECRET);

            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(ForeignCodeTest.this::odd)
                    .withMessageContaining("has a rule that failed: java.lang.AssertionError: the key is")
                    .withMessageNotContaining(SECRET);
        }

        @Test
        void whatFailsInTheMiddleOfAReloadRejectsIt() {
            desk.write("odd.step=1", "odd.key=" + SECRET, "odd.brittle.text=x");
            try (EnvironmentConfigManager config = odd()) {
                desk.write("odd.step=4", "odd.key=" + SECRET, "odd.brittle.text=x");

                ReloadResult result = config.reload();

                assertThat(text(result))
                        .contains("RNM-CFG-045", "Brittle.equals")
                        .doesNotContain(SECRET);
                assertThat(config.status().lastReload()).isEqualTo(result);
                assertThat(log.lines("RNM-CFG-045")).hasSize(1);
                assertThat(log.lines(SECRET)).isEmpty();
            }
        }

        @Test
        void aRuleThatReloadsIsToldSo() {
            AtomicReference<@Nullable EnvironmentConfigManager> itself = new AtomicReference<>();
            desk.pair(1);
            ConfigRule rule = config -> {
                EnvironmentConfigManager manager = itself.get();
                if (manager != null) {
                    manager.reload();
                }
                return List.of();
            };
            try (EnvironmentConfigManager config = desk.builder().rule(rule).build()) {
                itself.set(config);
                desk.pair(2);

                ReloadResult result = config.reload();

                assertThat(text(result)).contains("a rule or a record called reload()");
            }
        }

        private String text(ReloadResult result) {
            return ((Rejected) result).report().toString();
        }
    }

    @Nested
    final class Changing {
        @Test
        void aConstructorChangesTheSameValueOnce() {
            desk.write("web.seats=1", "web.base=/api", "web.inner.path=a");
            try (EnvironmentConfigManager config = web()) {
                desk.write("web.seats=2", "web.base=/api", "web.inner.path=a", "web.fixed=7");
                assertThat(config.reload()).isInstanceOf(Applied.class);
                desk.write("web.seats=3", "web.base=/api", "web.inner.path=a", "web.fixed=7");
                assertThat(config.reload()).isInstanceOf(Applied.class);

                Web now = config.get(Web.class);

                assertThat(now.seats()).isEqualTo(3);
                assertThat(now.base()).isEqualTo("/api/");
                assertThat(now.timeout()).isEqualTo(Duration.ofSeconds(15));
                assertThat(now.inner()).hasValue(new Inner("a", 0));
                assertThat(now.fixed()).isEqualTo(1);
                assertThat(config.status().pending())
                        .singleElement()
                        .hasToString("web.fixed: \"1\" -> \"7\" (waits for a restart)");
            }
        }

        private EnvironmentConfigManager web() {
            return desk.builder().sections(Web.class).build();
        }
    }

    private EnvironmentConfigManager odd() {
        return desk.builder().sections(Odd.class).build();
    }

    /** Throws what its step asks for. */
    @Settings(prefix = "odd", rules = OddRule.class)
    record Odd(@Live int step, @Live Secret<String> key, Optional<Brittle> brittle) {
        Odd {
            if (step == 2) {
                throw new AssertionError("the key is " + key.reveal());
            }
        }
    }

    /** Cannot be compared. */
    record Brittle(String text) {
        @Override
        public boolean equals(@Nullable Object other) {
            throw new IllegalStateException("not comparable: " + SECRET);
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    /** Fails as an assertion does. */
    public static final class OddRule implements SettingsRule<Odd> {
        @Override
        public List<Finding> check(Odd settings, Environment environment) {
            if (settings.step() == 3) {
                throw new AssertionError("the key is " + settings.key().reveal());
            }
            return List.of();
        }
    }

    /** Changes what it gets. */
    @Settings(prefix = "web")
    record Web(
            @Live int seats,
            String base,
            @Default("10s") Duration timeout,
            @Default("1") int fixed,
            Optional<Inner> inner) {
        Web {
            base = base + "/";
            timeout = timeout.plusSeconds(5);
        }
    }

    /** Counts how often it was created of the same. */
    record Inner(String path, @Default("0") int times) {
        Inner {
            times = times + 1;
        }
    }
}
