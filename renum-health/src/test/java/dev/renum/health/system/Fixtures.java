package dev.renum.health.system;

import static java.util.Objects.requireNonNull;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Files as Linux shows them, from several machines and containers. */
final class Fixtures {
    private Fixtures() {}

    static LinuxFiles files(String name) {
        try {
            Path machine = Path.of(
                    requireNonNull(Fixtures.class.getResource("machine")).toURI());
            return new LinuxFiles(machine.resolveSibling(name));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
