package dev.renum.testkit;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a server that cannot start skips the test or fails it. */
final class Unavailable {
    private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);

    private Unavailable() {}

    static RuntimeException because(String server, IOException reason) {
        return because(server, reason, "required".equals(System.getProperty("renum.test.servers")));
    }

    static RuntimeException because(String server, IOException reason, boolean required) {
        ServerUnavailableException failure =
                new ServerUnavailableException(server + " cannot start here: " + reason.getMessage(), reason);
        if (required) {
            return failure;
        }
        LOG.warn("Tests are skipped: {}", failure.getMessage());
        try {
            return Skip.because(failure);
        } catch (LinkageError withoutOpentest4j) {
            return failure;
        }
    }
}
