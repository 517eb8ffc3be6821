package dev.renum.verification.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Without it, a locale that never arrives would look like tests that pass under it. */
final class TestJvmTest {
    private static final Map<String, Supplier<String>> EFFECTS = Map.of(
            "-Duser.language=", () -> Locale.getDefault().getLanguage(),
            "-Duser.country=", () -> Locale.getDefault().getCountry(),
            "-Duser.timezone=", () -> TimeZone.getDefault().getID());

    @Test
    void hasEveryOptionThatWasAskedFor() {
        List<String> asked = Stream.of(System.getProperty("renum.test.jvm").split(" +"))
                .filter(option -> !option.isEmpty())
                .toList();

        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments()).containsAll(asked);
        assertThat(asked)
                .allSatisfy(option -> EFFECTS.forEach((prefix, effect) -> {
                    if (option.startsWith(prefix)) {
                        assertThat(prefix + effect.get()).isEqualTo(option);
                    }
                }));
    }

    @Test
    void knowsTheSeedOfItsOrderAndWhetherServersAreRequired() {
        assertThat(System.getProperty("renum.test.seed")).matches("-?\\d+");
        assertThat(System.getProperty("renum.test.servers")).isIn("optional", "required");
    }
}
