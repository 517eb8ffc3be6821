package dev.renum.config.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.SettingDescription;
import dev.renum.core.Environment;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Machine;
import dev.renum.core.settings.MachineDefault;
import dev.renum.core.settings.MachineDefaults;
import dev.renum.core.settings.Settings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CatalogTest {
    @Test
    void describesConstantsAsTheyAreRead() {
        assertThat(new Catalog(List.of(Moded.class)).describe())
                .extracting(SettingDescription::allowed)
                .containsExactly("READ_ONLY, READONLY, OFF");
    }

    @Test
    void asksOncePerEnvironmentWhatDependsOnTheMachine() {
        Catalog catalog = new Catalog(List.of(Sized.class));

        catalog.describe();
        catalog.describe();
        catalog.withValue().forEach(catalog::describe);

        assertThat(Counting.CALLS).hasValue(3);
        assertThat(catalog.describe()).allMatch(SettingDescription::hasMachineDefault);
    }

    @Settings(prefix = "pool", machineDefaults = Counting.class)
    private record Sized(@Default("1") int size) {}

    /** Counts how often it is asked. */
    public static final class Counting implements MachineDefaults {
        static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        public List<MachineDefault> of(Machine machine, Environment environment) {
            CALLS.incrementAndGet();
            return List.of(new MachineDefault("size", String.valueOf(machine.cores()), "one for each core"));
        }
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
