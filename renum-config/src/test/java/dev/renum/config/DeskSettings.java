package dev.renum.config;

import dev.renum.core.Environment;
import dev.renum.core.Finding;
import dev.renum.core.Severity;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Secret;
import dev.renum.core.settings.Settings;
import dev.renum.core.settings.SettingsRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has components that may change while running and others that may not. */
@Settings(prefix = "desk", rules = DeskSettings.Rules.class)
record DeskSettings(
        @Live @Default("0") @Range(max = "1000000") int left,
        @Live @Default("0") int right,
        @Default("8080") int port,
        @Default("0") int offset,
        @Live @Nullable Secret<String> token,
        @Nullable Secret<String> password,
        @Live Map<String, Integer> drawers,
        Lamp lamp,
        @Live Lamp spare,
        Optional<Chair> chair) {
    DeskSettings {
        if (left == port) {
            throw new IllegalArgumentException("desk.left is the port " + port + " and the password " + password);
        }
    }

    /** Has one component of each sort. */
    record Lamp(
            @Live @Default("10") int watts,
            @Default("white") String color) {}

    /** May be absent. */
    record Chair(@Live int height, @Default("4") int legs) {}

    /** Refuses tables that are as wide as they are far away. */
    public static final class Rules implements SettingsRule<DeskSettings> {
        @Override
        public List<Finding> check(DeskSettings settings, Environment environment) {
            if (settings.offset() == 0 || settings.left() != settings.offset()) {
                return List.of();
            }
            Secret<String> password = settings.password();
            String shown = password == null ? "none" : password.reveal();
            return List.of(
                    new Finding("DESK-001", Severity.ERROR, "left", "equals the offset, password " + shown, null));
        }
    }
}
