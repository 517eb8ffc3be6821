package dev.renum.health.check;

import dev.renum.core.Deadline;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells whether a port takes connections, and if asked, whether what is behind it answers. Immutable, safe for use by many threads.
 *
 * <p>Resolves the name, connects, and closes the connection, all within 1.5 s unless said otherwise; one that does not come about in time, is
 * refused or breaks is down. <b>A connection alone proves little</b>: the operating system takes it in the name of a program that hangs or is
 * stopped. Use {@link #exchange} where the service has something short to say:
 *
 * <pre>{@code
 * TcpCheck.of("redis.internal", 6379).exchange("PING\r\n", "+PONG");
 * TcpCheck.of("redis.internal", 6379).exchange("INFO server\r\n", "$").versionAfter("redis_version:");
 * }</pre>
 *
 * <p>Of several addresses the first that takes a connection counts. Limits are the check's own, so that it needs no interrupt; keep them below
 * the timeout of the {@link dev.renum.core.health.CheckSpec}.
 */
public final class TcpCheck implements HealthCheck {
    private final Endpoint endpoint;
    private final Duration limit;
    private final Conversation conversation;
    private final NameResolver resolver = NameResolver.system();

    private TcpCheck(Endpoint endpoint, Duration limit, Conversation conversation) {
        this.endpoint = endpoint;
        this.limit = limit;
        this.conversation = conversation;
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
        return new TcpCheck(new Endpoint(host, port), Duration.ofMillis(1_500), Conversation.NONE);
    }

    /**
     * The same check with another limit for everything it does.
     *
     * @throws IllegalArgumentException if it is not between 1 ms and 5 min
     */
    public TcpCheck limit(Duration limit) {
        return new TcpCheck(endpoint, Limits.valid(limit), conversation);
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
        return new TcpCheck(endpoint, limit, conversation.exchange(request, expected));
    }

    /**
     * The same check that also tells the version of the service, which stands right behind {@code label} in the answer, and behind what {@link
     * #exchange} expects of it: up to 64 digits, letters and {@code . _ + ~ -}, a digit first. It is looked for in the first 4,096 characters; where
     * it does not come, a check waits for it up to its limit, and is up all the same.
     *
     * @param label what stands before the version, in ISO 8859-1: {@code redis_version:}
     * @throws IllegalArgumentException if it has not 1 to 100 characters
     */
    public TcpCheck versionAfter(String label) {
        return new TcpCheck(endpoint, limit, conversation.versionAfter(label));
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
            Optional<String> version = conversation.hold(socket, endpoint);
            HealthResult up = HealthResult.up()
                    .withDetail("address", socket.getInetAddress().getHostAddress());
            return version.map(up::withVersion).orElse(up);
        } catch (ProbeFailure e) {
            return e.result();
        } catch (IOException e) {
            return endpoint.broken(e).result();
        }
    }
}
