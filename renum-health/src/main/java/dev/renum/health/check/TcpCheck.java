package dev.renum.health.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import dev.renum.core.Deadline;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;

/**
 * Tells whether a port takes connections, and if asked, whether what is behind it answers. Immutable, safe for use by many threads.
 *
 * <p>Resolves the name, connects, and closes the connection, all within 1.5 s unless said otherwise; one that does not come about in time, is
 * refused or breaks is down. <b>A connection alone proves little</b>: the operating system takes it in the name of a program that hangs or is
 * stopped. Use {@link #exchange} where the service has something short to say:
 *
 * <pre>{@code
 * TcpCheck.of("redis.internal", 6379).exchange("PING\r\n", "+PONG");
 * }</pre>
 *
 * <p>Of several addresses the first that takes a connection counts. Limits are the check's own, so that it needs no interrupt; keep them below
 * the timeout of the {@link dev.renum.core.health.CheckSpec}.
 */
public final class TcpCheck implements HealthCheck {
    private static final int LONGEST_TEXT = 4_096;
    private static final int SHOWN = 80;

    private final Endpoint endpoint;
    private final Duration limit;
    private final byte[] request;
    private final byte[] expected;
    private final NameResolver resolver;

    private TcpCheck(Endpoint endpoint, Duration limit, byte[] request, byte[] expected) {
        this.endpoint = endpoint;
        this.limit = limit;
        this.request = request;
        this.expected = expected;
        this.resolver = NameResolver.system();
    }

    /**
     * A check that {@code host} takes connections at {@code port}.
     *
     * @param host a name or an address
     * @throws IllegalArgumentException if the host is blank, or the port is not between 1 and 65535
     */
    public static TcpCheck of(String host, int port) {
        if (host.isBlank() || port < 1 || port > Limits.MAX_PORT) {
            throw new IllegalArgumentException(
                    "'" + host + "' and port " + port + " are not allowed: use a host and 1 to 65535");
        }
        return new TcpCheck(new Endpoint(host, port), Duration.ofMillis(1_500), new byte[0], new byte[0]);
    }

    /**
     * The same check with another limit for everything it does.
     *
     * @throws IllegalArgumentException if it is not between 1 ms and 5 min
     */
    public TcpCheck limit(Duration limit) {
        return new TcpCheck(endpoint, Limits.valid(limit), request, expected);
    }

    /**
     * The same check that also says {@code request} and is down unless the answer begins with {@code expected}. The request is never shown, the
     * beginning of an answer that was not expected is.
     *
     * @param request what to say, in ISO 8859-1; empty if the service speaks first
     * @param expected how the answer begins, in ISO 8859-1
     * @throws IllegalArgumentException if {@code expected} is empty, or one of them has more than 4,096 characters
     */
    public TcpCheck exchange(String request, String expected) {
        requireNonNull(request, "request");
        if (expected.isEmpty() || expected.length() > LONGEST_TEXT || request.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("an exchange of " + request.length() + " characters for "
                    + expected.length() + " is not allowed: use up to 4096, and expect at least 1");
        }
        return new TcpCheck(endpoint, limit, request.getBytes(ISO_8859_1), expected.getBytes(ISO_8859_1));
    }

    /** It does. */
    @Override
    public boolean leavesProcess() {
        return true;
    }

    @Override
    public HealthResult check() throws InterruptedException {
        Deadline deadline = Deadline.after(limit);
        try (Socket socket = endpoint.connect(resolver.resolve(endpoint.host(), deadline), deadline)) {
            converse(socket);
            return HealthResult.up()
                    .withDetail("address", socket.getInetAddress().getHostAddress());
        } catch (ProbeFailure e) {
            return e.result();
        } catch (IOException e) {
            return endpoint.broken(e).result();
        }
    }

    private void converse(Socket socket) throws IOException, ProbeFailure {
        if (request.length > 0) {
            socket.getOutputStream().write(request);
        }
        if (expected.length > 0) {
            listen(socket.getInputStream());
        }
    }

    private void listen(InputStream in) throws IOException, ProbeFailure {
        for (int i = 0; i < expected.length; i++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("it closed the connection");
            }
            if ((byte) next != expected[i]) {
                throw unexpected(i, next, in);
            }
        }
    }

    private ProbeFailure unexpected(int matched, int next, InputStream in) throws IOException {
        String same = new String(expected, 0, matched, ISO_8859_1);
        String more = new String(in.readNBytes(Math.min(SHOWN, in.available())), ISO_8859_1);
        String answer =
                (same + (char) next + more).replaceAll("\\R.*|[^ -~]", " ").strip();
        return new ProbeFailure(HealthCode.BAD_ANSWER, endpoint + " answers '" + answer + "'");
    }
}
