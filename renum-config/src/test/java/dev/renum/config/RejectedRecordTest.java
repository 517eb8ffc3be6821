package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Excerpt;
import dev.renum.config.report.ProblemLines;
import dev.renum.config.report.ReloadResult;
import dev.renum.core.settings.Default;
import dev.renum.core.settings.Live;
import dev.renum.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A constructor that throws is a problem where its record begins in the strongest source that has any of it. */
final class RejectedRecordTest {
    @TempDir
    private Path folder;

    @Test
    void isFoundAtTheFirstKeyOfASection() {
        ConfigReport report = host("# a comment", "other.key=1", "gate.width = 3", "gate.height = 2", "")
                .report();

        assertThat(ProblemLines.of(report.problems())).containsExactly("RNM-CFG-016 gate @ application.properties:3:1");
        assertThat(report.problems().get(0).excerpt()).isEqualTo(new Excerpt("gate.width = …", 0, 10));
    }

    @Test
    void mayFailBeforeItsConstructorRuns() {
        Host host = new Host(folder, Broken.class);

        assertThat(host.report().toString()).contains("RNM-CFG-016  broken ", "\"one\"");
        assertThat(host.report().toString()).contains("RNM-CFG-016  broken ");
    }

    @Settings(prefix = "broken")
    record Broken() {
        static final int LIMIT = Integer.parseInt("one");
    }

    @Test
    void mayThrowWhatCannotSayItsMessage() {
        Host host = new Host(folder, Silent.class);

        assertThat(host.report().toString()).contains("RNM-CFG-016  silent ", Silent.Unreadable.class.getName());
    }

    @Settings(prefix = "silent")
    record Silent(@Default("1") int words) {
        Silent {
            if (words > 0) {
                throw new Unreadable();
            }
        }

        static final class Unreadable extends RuntimeException {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("no words");
            }
        }
    }

    @Test
    void isFoundAtTheFirstKeyOfAGroup() {
        ConfigReport report =
                host("gate.width=1", "gate.lock.keys=3", "gate.lock.bolts=3").report();

        assertThat(ProblemLines.of(report.problems()))
                .containsExactly("RNM-CFG-016 gate.lock @ application.properties:2:1");
    }

    @Test
    void isFoundAtTheFirstKeyOfAnElement() {
        ConfigReport report = host("gate.wings[0].keys=1", "gate.wings[1].bolts=2", "gate.wings[1].keys=2")
                .report();

        assertThat(ProblemLines.of(report.problems()))
                .containsExactly("RNM-CFG-016 gate.wings[1] @ application.properties:2:1");
    }

    @Test
    void isFoundInTheStrongestSourceThatHasAKeyOfIt() {
        Host host = host("gate.width=3").variable("GATE_HEIGHT", "1").variable("GATE_AAA", "1");

        ConfigReport report = host.report();

        assertThat(ProblemLines.of(report.problems())).startsWith("RNM-CFG-016 gate @ GATE_HEIGHT");
        assertThat(report.problems().get(0).excerpt()).isEqualTo(new Excerpt("GATE_HEIGHT=…", 0, 11));
    }

    @Test
    void isFoundInYamlToo() {
        Host host = new Host(folder, Gate.class)
                .file("application.yaml", "# a comment", "gate:", "  lock:", "    bolts: 4", "    keys: 4");

        assertThat(ProblemLines.of(host.report().problems()))
                .containsExactly("RNM-CFG-016 gate.lock @ application.yaml:4:5");
    }

    @Test
    void isFoundWhereTheMessageSaysIfItNamesAKey() {
        assertThat(ProblemLines.of(
                        host("gate.height=1", "gate.width=7").report().problems()))
                .containsExactly("RNM-CFG-016 gate.width @ application.properties:2:12");
    }

    @Test
    void isFoundAtTheFirstKeyAlsoInAMixWithRunningValues() {
        Host host = host("gate.depth=8", "gate.height=1", "gate.color=9");
        try (EnvironmentConfigManager config = host.builder().build()) {
            host.file("application.properties", "# moved", "gate.color=1", "gate.depth=9", "gate.height=1");

            ReloadResult result = config.reload();

            assertThat(ProblemLines.of(((ReloadResult.Rejected) result).report().problems()))
                    .containsExactly("RNM-CFG-016 gate @ application.properties:2:1");
        }
    }

    private Host host(String... lines) {
        return new Host(folder, Gate.class).file("application.properties", lines);
    }

    /** Refuses a gate that is three wide, and one as deep as its colour. */
    @Settings(prefix = "gate")
    record Gate(
            @Default("1") int width,
            @Default("1") int height,
            @Live @Default("0") int depth,
            @Default("1") int color,
            Lock lock,
            @Default("") List<Lock> wings) {
        Gate {
            if (width == 7) {
                throw new IllegalArgumentException("gate.width is 7");
            }
            if (width == 3 || depth == color) {
                throw new IllegalArgumentException("does not stand");
            }
        }

        /** Has not as many keys as bolts, except for one. */
        record Lock(@Default("1") int keys, @Default("1") int bolts) {
            Lock {
                if (keys == bolts && keys > 1) {
                    throw new IllegalArgumentException("does not close");
                }
            }
        }
    }
}
