package dev.renum.health.check;

import dev.renum.core.Deadline;
import dev.renum.core.Failures;
import dev.renum.health.HealthCode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A host and a port, and what it means that they cannot be talked to. */
record Endpoint(String host, int port) {
    /** Causes may go in a circle. */
    private static final int MAX_CAUSES = 100;

    TimedSocket connect(List<InetAddress> addresses, Deadline deadline) throws ProbeFailure {
        try {
            return TimedSocket.open(addresses, port, deadline);
        } catch (IOException e) {
            throw isTimeout(e)
                    ? new ProbeFailure(HealthCode.CONNECT_TIMEOUT, "no connection to " + this + " within the limit")
                    : new ProbeFailure(
                            HealthCode.CONNECT_FAILED, "no connection to " + this + ": " + Failures.message(e));
        }
    }

    /** What {@code e} means after the connection came about. */
    ProbeFailure broken(IOException e) {
        return isTimeout(e)
                ? new ProbeFailure(HealthCode.NO_ANSWER, this + " has not answered in full within the limit")
                : new ProbeFailure(
                        HealthCode.BAD_ANSWER, this + " does not answer as it should: " + Failures.message(e));
    }

    static boolean isTimeout(IOException e) {
        @Nullable Throwable cause = e;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (cause instanceof InterruptedIOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port;
    }
}
