package dev.renum.health.check;

import dev.renum.core.Deadline;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

/**
 * A connection that is over at a deadline, however the other side spreads its bytes: the time limit of a plain socket begins anew with each read.
 * Only reading is bounded; what a check writes fits into the buffers of the system. For use by one thread.
 */
final class TimedSocket extends Socket {
    private final Deadline deadline;

    private TimedSocket(Deadline deadline) {
        this.deadline = deadline;
    }

    /**
     * A connection to the first of {@code addresses} that takes one; each has its share of the time that is left.
     *
     * @throws IOException what the last of them failed by
     */
    static TimedSocket open(List<InetAddress> addresses, int port, Deadline deadline) throws IOException {
        IOException failure = new IOException("no address");
        for (int i = 0; i < addresses.size(); i++) {
            Duration share = deadline.remaining().dividedBy(addresses.size() - i);
            try {
                return open(new InetSocketAddress(addresses.get(i), port), share, deadline);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static TimedSocket open(InetSocketAddress address, Duration limit, Deadline deadline) throws IOException {
        TimedSocket socket = new TimedSocket(deadline);
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, millis(limit));
            return socket;
        } catch (Throwable t) {
            socket.close();
            throw t;
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new TimedInput(super.getInputStream());
    }

    private void spendOnlyWhatIsLeft() throws IOException {
        setSoTimeout(millis(deadline.remaining()));
    }

    /** Sockets take 0 for no limit at all. */
    private static int millis(Duration left) throws SocketTimeoutException {
        if (left.isZero()) {
            throw new SocketTimeoutException("the time is over");
        }
        return (int) Math.max(1, left.toMillis());
    }

    private final class TimedInput extends FilterInputStream {
        TimedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            spendOnlyWhatIsLeft();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            spendOnlyWhatIsLeft();
            return super.read(bytes, offset, length);
        }
    }
}
