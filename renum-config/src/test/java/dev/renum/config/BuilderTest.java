package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.renum.config.source.ProcessValues;
import dev.renum.core.Environment;
import dev.renum.core.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BuilderTest {
    @Test
    void refusesWhatIsNoSection() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().sections(String.class))
                .withMessageContaining("java.lang.String")
                .withMessageContaining("@Settings");
    }

    @Test
    void refusesThePrefixOfAnotherSection() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().sections(ShopTwin.class))
                .withMessageContaining("prefix 'shop'");
    }

    @Test
    void refusesAPrefixThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().sections(BadPrefix.class))
                .withMessageContaining("'Bad.'");
    }

    @Test
    void refusesAComponentThatNoTextCanBeConvertedTo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().sections(Unreadable.class))
                .withMessageContaining("component ratio")
                .withMessageContaining("java.util.List<java.lang.Thread>");
    }

    @Test
    void refusesANameWithSpacesAndCapitals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().application("My App"))
                .withMessageContaining("'My App'");
    }

    @Test
    void asksTheProcessOnceForAllThatAStartNeeds() {
        AtomicInteger asked = new AtomicInteger();
        EnvironmentConfigManager.Builder builder = builder()
                .defaultEnvironment(Environment.DEV)
                .process(() -> {
                    asked.incrementAndGet();
                    return new ProcessValues(Map.of("SHOP_PORT", "1"), Map.of());
                });

        try (EnvironmentConfigManager config = builder.build()) {
            assertThat(config.get(ShopSettings.class).port()).isEqualTo(1);
        }

        assertThat(asked).hasValue(1);
    }

    private static EnvironmentConfigManager.Builder builder() {
        return EnvironmentConfigManager.builder().sections(ShopSettings.class);
    }

    /** Has the prefix of another section. */
    @Settings(prefix = "shop")
    record ShopTwin() {}

    /** Has a component that no text can be converted to. */
    @Settings(prefix = "unreadable")
    record Unreadable(Nested nested) {
        record Nested(String name, List<Thread> ratio) {}
    }

    /** Has a prefix that is none. */
    @Settings(prefix = "Bad.")
    record BadPrefix() {}

    @Test
    void refusesToRegisterANameThatIsKnown() {
        EnvironmentConfigManager.Builder builder =
                EnvironmentConfigManager.builder().register(new Environment("homolog", Environment.Kind.PRODUCTION));

        for (String name : List.of("prod", "production", "homolog")) {
            Environment again = new Environment(name, Environment.Kind.DEVELOPMENT);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.register(again))
                    .withMessageContaining("'" + name + "' is known already");
        }
    }
}
