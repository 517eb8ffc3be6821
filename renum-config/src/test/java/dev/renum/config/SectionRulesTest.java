package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.Problem;
import dev.renum.config.report.ProblemLines;
import dev.renum.config.report.ReloadResult;
import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import dev.renum.core.settings.SettingsRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SectionRulesTest {
    @TempDir
    private Path folder;

    @Test
    void reportsEachRuleThatFailsAndRunsTheOthers() {
        Host host = new Host(folder, Ruled.class).variable("RULED_KEY", "planted-kV3xq9Lw7TzR2mPd");

        List<Problem> problems = host.report().problems();

        assertThat(problems)
                .extracting(problem -> problem.finding().code() + " " + problem.key() + " @ " + problem.origin())
                .containsExactlyInAnyOrder(
                        "RNM-CFG-030 ruled @ Throwing",
                        "RNM-CFG-030 ruled @ Linking",
                        "RNM-CFG-030 ruled @ Hidden",
                        "RNM-CFG-030 ruled @ Demanding",
                        "RNM-CFG-030 ruled @ Unborn",
                        "R-1 ruled.key @ RULED_KEY");
        assertThat(problems)
                .filteredOn(problem -> problem.key().equals("ruled"))
                .extracting(problem -> problem.finding().message())
                .anyMatch(message -> message.startsWith("has a rule that failed: ") && message.contains("key ****"))
                .anyMatch(message -> message.endsWith("NoClassDefFoundError: org/absent/Driver"))
                .anyMatch(message -> message.endsWith("constructor failed: java.lang.IllegalStateException: no clock"))
                .anyMatch(message -> message.startsWith("has a rule that cannot be created: "))
                .noneMatch(message -> message.contains("planted"));
        assertThat(host.report().toString())
                .contains("make " + Ruled.Hidden.class.getName() + " a public class with a public constructor");
    }

    @Test
    void rejectsAReloadForARuleThatFails() {
        Host host = new Host(folder, Moody.class).file("application.properties", "moody.level=1");
        try (EnvironmentConfigManager config = host.builder().build()) {
            host.file("application.properties", "moody.level=2");

            ReloadResult result = config.reload();

            assertThat(result).isInstanceOf(ReloadResult.Rejected.class);
            assertThat(ProblemLines.of(((ReloadResult.Rejected) result).report().problems()))
                    .containsExactly("RNM-CFG-030 moody @ Rules");
            assertThat(config.get(Moody.class).level()).isEqualTo(1);
        }
    }

    /** Has rules that fail in every way, and one that works. */
    @Settings(
            prefix = "ruled",
            rules = {
                Ruled.Throwing.class,
                Ruled.Linking.class,
                Ruled.Hidden.class,
                Ruled.Demanding.class,
                Ruled.Unborn.class,
                Ruled.Working.class
            })
    record Ruled(Secret<String> key) {
        /** Throws, with a secret in its message. */
        public static final class Throwing implements SettingsRule<Ruled> {
            @Override
            public List<Finding> check(Ruled settings, Environment environment) {
                throw new IllegalStateException("key " + settings.key().reveal());
            }
        }

        /** Needs a library that is absent. */
        public static final class Linking implements SettingsRule<Ruled> {
            @Override
            public List<Finding> check(Ruled settings, Environment environment) {
                throw new NoClassDefFoundError("org/absent/Driver");
            }
        }

        /** Cannot be seen. */
        static final class Hidden implements SettingsRule<Ruled> {
            @Override
            public List<Finding> check(Ruled settings, Environment environment) {
                return List.of();
            }
        }

        /** Cannot be created from nothing. */
        public static final class Demanding implements SettingsRule<Ruled> {
            private final List<Finding> findings;

            public Demanding(List<Finding> findings) {
                this.findings = findings;
            }

            @Override
            public List<Finding> check(Ruled settings, Environment environment) {
                return findings;
            }
        }

        /** Cannot be created here. */
        public static final class Unborn implements SettingsRule<Ruled> {
            public Unborn() {
                throw new IllegalStateException("no clock");
            }

            @Override
            public List<Finding> check(Ruled settings, Environment environment) {
                return List.of();
            }
        }

        /** Finds something. */
        public static final class Working implements SettingsRule<Ruled> {
            @Override
            public List<Finding> check(Ruled settings, Environment environment) {
                return List.of(new Finding("R-1", Severity.ERROR, "key", "is here", null));
            }
        }
    }

    /** Has a rule that fails on some values only. */
    @Settings(prefix = "moody", rules = Moody.Rules.class)
    record Moody(@Live @Default("0") int level) {
        /** Does not like 2. */
        public static final class Rules implements SettingsRule<Moody> {
            @Override
            public List<Finding> check(Moody settings, Environment environment) {
                if (settings.level() == 2) {
                    throw new IllegalStateException("two");
                }
                return List.of();
            }
        }
    }
}
