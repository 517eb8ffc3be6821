package dev.renum.testkit;

import org.opentest4j.TestAbortedException;

/** The only class that names opentest4j, which is optional. */
final class Skip {
    private Skip() {}

    static RuntimeException because(ServerUnavailableException failure) {
        return new TestAbortedException(failure.getMessage(), failure);
    }
}
