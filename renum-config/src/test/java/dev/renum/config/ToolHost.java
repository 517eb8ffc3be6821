package dev.renum.config;

import dev.renum.core.settings.Default;
import dev.renum.core.settings.Range;
import dev.renum.core.settings.Settings;

/** A host's own main, run in a process of its own. */
final class ToolHost {
    @Settings(prefix = "host")
    record HostSettings(
            @Default("8080") @Range(min = "1", max = "65535")
            int port) {}

    private ToolHost() {}

    public static void main(String[] arguments) {
        System.exit(ConfigTool.run(
                EnvironmentConfigManager.builder().application("host").sections(HostSettings.class), arguments));
    }
}
