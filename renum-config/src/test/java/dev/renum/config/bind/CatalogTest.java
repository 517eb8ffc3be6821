package dev.renum.config.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.SettingDescription;
import dev.renum.core.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogTest {
    @Test
    void describesConstantsAsTheyAreRead() {
        assertThat(new Catalog(List.of(Moded.class)).describe())
                .extracting(SettingDescription::allowed)
                .containsExactly("READ_ONLY, READONLY, OFF");
    }

    @Settings(prefix = "shop")
    private record Moded(Mode mode) {}

    private enum Mode {
        READ_ONLY,
        READONLY,
        OFF;

        @Override
        public String toString() {
            return "the mode " + name();
        }
    }
}
