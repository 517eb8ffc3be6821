package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class UnavailableTest {
    private final IOException reason = new IOException("no such processor");

    @Test
    void skipsTheTestWithTheReason() {
        RuntimeException thrown = Unavailable.because("Redis", reason, false);

        assertThat(thrown)
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("Redis cannot start here: no such processor")
                .hasCauseInstanceOf(ServerUnavailableException.class)
                .hasRootCause(reason);
    }

    @Test
    void failsTheTestWhereServersAreRequired() {
        RuntimeException thrown = Unavailable.because("Redis", reason, true);

        assertThat(thrown)
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessage("Redis cannot start here: no such processor")
                .hasCause(reason);
    }

    @Test
    void failsTheTestWhereNobodyUnderstandsASkip() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(classPathWithoutOpentest4j(), ClassLoader.getPlatformClassLoader())) {
            Method because = loader.loadClass(Unavailable.class.getName())
                    .getDeclaredMethod("because", String.class, IOException.class, boolean.class);
            because.setAccessible(true);

            Object thrown = because.invoke(null, "Redis", reason, false);

            assertThat(thrown.getClass().getName()).isEqualTo(ServerUnavailableException.class.getName());
        }
    }

    private static URL[] classPathWithoutOpentest4j() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("opentest4j")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
