package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.renum.config.report.Explanation;
import dev.renum.core.Environment;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is secret stays so where a reference brings it, and in whatever form a record has it. */
final class SecretReferenceTest {
    private static final String SECRET = "77hunter-Xq9";

    @TempDir
    Path directory;

    @TempDir
    Path secrets;

    private Desk desk;

    @BeforeEach
    void setUp() {
        desk = new Desk(directory);
    }

    @Test
    void hidesWhatAReferenceToADeclaredSecretBrings() {
        desk.write("vault.door=" + SECRET, "shop.banner=hello ${vault.door}");

        Explanation banner = explain("shop.banner");

        assertThat(banner.toString()).doesNotContain(SECRET);
    }

    @Test
    void hidesWhatAReferenceToASecretFileBrings() {
        desk.run(() -> Files.writeString(secrets.resolve("shared"), SECRET));
        desk.write("vault.door=x", "shop.banner=hello ${shared}");

        assertThat(explain("shop.banner").toString()).doesNotContain(SECRET);
    }

    @Test
    void quotesNoPartOfItInAProblem() {
        desk.write(
                "vault.door=" + SECRET,
                "shop.banner=bad ${shop.through}",
                "shop.through=${vault.door}",
                "shop.pause=${vault.door}");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> builder().build())
                .withMessageContaining("shop.pause")
                .withMessageNotContaining("hunter");
    }

    @Test
    void keepsItOutOfTheMessageOfAConstructor() {
        desk.write("vault.door=" + SECRET, "shop.banner=bad ${shop.through}", "shop.through=${vault.door}");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> builder().build())
                .withMessageContaining("no banner")
                .withMessageNotContaining("hunter");
    }

    @Test
    void hidesADefaultThatIsNoText() {
        desk.write("vault.door=x");

        assertThat(explain("vault.pin").toString()).doesNotContain("4711");
    }

    @Test
    void hidesTheOtherFormOfASecretToo() {
        desk.write("vault.door=x", "vault.delay=77s");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> builder().build())
                .withMessageContaining("no delay of")
                .withMessageNotContaining("PT1M17S");
    }

    @Test
    void explainsTheSameToManyThreads() {
        List<String> keys =
                IntStream.range(0, 100).mapToObj(i -> "shop.list[" + i + "]").toList();
        Stream<String> brought = keys.stream().map(key -> key + "=${vault.door}");
        desk.write(Stream.concat(Stream.of("vault.door=" + SECRET), brought).toArray(String[]::new));
        try (EnvironmentConfigManager one = builder().build();
                EnvironmentConfigManager shared = builder().build()) {
            List<String> alone =
                    keys.stream().map(key -> one.explain(key).toString()).toList();

            List<String> together = keys.parallelStream()
                    .map(key -> shared.explain(key).toString())
                    .toList();

            assertThat(together).isEqualTo(alone).allMatch(text -> text.contains("****"));
        }
    }

    private Explanation explain(String key) {
        try (EnvironmentConfigManager config = builder().build()) {
            return config.explain(key);
        }
    }

    private EnvironmentConfigManager.Builder builder() {
        return desk.builder()
                .environment(Environment.DEV)
                .sections(Vault.class, Shop.class)
                .secretsDirectory(secrets);
    }

    /** Has secrets of several types. */
    @Settings(prefix = "vault")
    record Vault(Secret<String> door, @Default("4711") Secret<Integer> pin, Optional<Secret<Duration>> delay) {
        Vault {
            if (delay.isPresent()) {
                throw new IllegalArgumentException("no delay of " + delay.get().reveal());
            }
        }
    }

    /** Declares no secret. */
    @Settings(prefix = "shop")
    record Shop(
            Optional<String> banner,
            Optional<String> through,
            Optional<Duration> pause,
            @Default("") List<String> list) {
        Shop {
            if (banner.orElse("").startsWith("bad")) {
                throw new IllegalArgumentException("no banner " + banner.orElse(""));
            }
        }
    }
}
