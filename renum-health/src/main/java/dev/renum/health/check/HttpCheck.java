package dev.renum.health.check;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Deadline;
import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a URL answers {@code GET} with a good status, in time and in full, and how long its certificate lasts. Immutable, safe for use by
 * many threads.
 *
 * <pre>{@code
 * HttpCheck.of(URI.create("https://bank.example/health"));
 * HttpCheck.of(URI.create("http://stock.internal:8080/health")).allowPrivate().statuses(200, 204);
 * }</pre>
 *
 * <p>Defaults, each of which a wither changes: 1.5 s for everything from the name to the last byte of the body · status 200 to 299 · 64 KiB of
 * body, more is degraded · no redirect is followed · no private address is connected to · a certificate that ends within 21 days, and again
 * within 7, is degraded. One that has ended, is not trusted or is that of another host is down.
 *
 * <p>The name is resolved once, its addresses are judged, and what was judged is what is connected to, so that a name cannot change between. A
 * host that has one private address counts as private. A proxy is not used, also not the one of the JVM. HTTP/1.1 is spoken, one request per
 * connection.
 *
 * <p>Only the server's own certificate is looked at for its end, not those of its issuers. The days left are the detail {@code certificate.days}
 * and, by the monitor, the figure {@code renum.health.certificate.days}. Results show no query of a URL and no header.
 */
public final class HttpCheck implements HealthCheck {
    private static final int MOST_REDIRECTS = 10;

    private final HttpTarget target;
    private final Duration limit;
    private final HttpExpectation expected;
    private final Reach reach;
    private final Tls tls;
    private final HttpRequest request;
    private final NameResolver resolver = NameResolver.system();

    private HttpCheck(
            HttpTarget target, Duration limit, HttpExpectation expected, Reach reach, Tls tls, HttpRequest request) {
        this.target = target;
        this.limit = limit;
        this.expected = expected;
        this.reach = reach;
        this.tls = tls;
        this.request = request;
    }

    /** Where the check may go: so many times elsewhere, and to a private address where the URL itself has one. */
    private record Reach(int redirects, boolean ownMayBePrivate) {}

    /**
     * A check of {@code url}.
     *
     * @throws IllegalArgumentException if it is not an absolute URL of {@code http} or {@code https}, or has user and password
     */
    public static HttpCheck of(URI url) {
        CertificateTerm term = new CertificateTerm(Duration.ofDays(21), Duration.ofDays(7), Clock.systemUTC());
        return new HttpCheck(
                HttpTarget.of(url),
                Duration.ofMillis(1_500),
                new HttpExpectation(200, 299, 64 * 1024),
                new Reach(0, false),
                new Tls(null, term),
                HttpRequest.PLAIN);
    }

    /**
     * The same check with another limit for everything it does; keep it below the timeout of the {@link dev.renum.core.health.CheckSpec}.
     *
     * @throws IllegalArgumentException if it is not between 1 ms and 5 min
     */
    public HttpCheck limit(Duration limit) {
        return new HttpCheck(target, Limits.valid(limit), expected, reach, tls, request);
    }

    /**
     * The same check that accepts a status from {@code from} to {@code to}, both included.
     *
     * @throws IllegalArgumentException unless {@code 200 <= from <= to <= 599}
     */
    public HttpCheck statuses(int from, int to) {
        HttpExpectation next = new HttpExpectation(from, to, expected.bodyLimit());
        return new HttpCheck(target, limit, next, reach, tls, request);
    }

    /**
     * The same check that reads at most {@code bytes} of the body.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public HttpCheck bodyLimit(int bytes) {
        HttpExpectation next = new HttpExpectation(expected.from(), expected.to(), bytes);
        return new HttpCheck(target, limit, next, reach, tls, request);
    }

    /**
     * The same check that follows up to {@code redirects}, within the one limit and each judged like the URL itself; never from {@code https} to
     * {@code http}. A redirect whose status is accepted is not followed.
     *
     * @throws IllegalArgumentException if it is not between 0 and 10
     */
    public HttpCheck followRedirects(int redirects) {
        if (redirects < 0 || redirects > MOST_REDIRECTS) {
            throw new IllegalArgumentException(redirects + " redirects are not allowed: use 0 to 10");
        }
        return new HttpCheck(target, limit, expected, new Reach(redirects, reach.ownMayBePrivate()), tls, request);
    }

    /** The same check that also connects to a private address of the URL's own host. A redirect to another host that has one stays refused. */
    public HttpCheck allowPrivate() {
        return new HttpCheck(target, limit, expected, new Reach(reach.redirects(), true), tls, request);
    }

    /**
     * The same check with one more header field, or another value of it. It is not sent on to another host, port or scheme.
     *
     * @throws IllegalArgumentException if the name is no token or one that the check sets itself, or the value is not printable ASCII
     */
    public HttpCheck header(String name, String value) {
        return new HttpCheck(target, limit, expected, reach, tls, request.with(name, value));
    }

    /** The same check that trusts, and shows itself to the server, as {@code context} says; default is that of the JVM. */
    public HttpCheck tls(SSLContext context) {
        Tls next = new Tls(requireNonNull(context, "context"), tls.term());
        return new HttpCheck(target, limit, expected, reach, next, request);
    }

    /**
     * The same check that is degraded if the certificate ends within {@code warning}, and by a graver code if it does within {@code critical}.
     *
     * @throws IllegalArgumentException unless {@code 0 <= critical <= warning}
     */
    public HttpCheck certificateEnds(Duration warning, Duration critical) {
        Tls next = new Tls(
                tls.context(), new CertificateTerm(warning, critical, tls.term().clock()));
        return new HttpCheck(target, limit, expected, reach, next, request);
    }

    /** The same check that takes the date from {@code clock}, by which it counts the days a certificate lasts; the JVM's TLS goes by its own. */
    public HttpCheck clock(Clock clock) {
        CertificateTerm term = tls.term();
        Tls next =
                new Tls(tls.context(), new CertificateTerm(term.soon(), term.atOnce(), requireNonNull(clock, "clock")));
        return new HttpCheck(target, limit, expected, reach, next, request);
    }

    /** It does. */
    @Override
    public boolean leavesProcess() {
        return true;
    }

    /** @throws GeneralSecurityException if the JVM has no TLS */
    @Override
    public HealthResult check() throws InterruptedException, GeneralSecurityException {
        Deadline deadline = Deadline.after(limit);
        HttpTarget at = target;
        try {
            HttpAnswer answer = ask(at, deadline);
            for (int i = 0; isToBeFollowed(answer); i++) {
                at = next(answer, i);
                answer = ask(at, deadline);
            }
            return judge(answer);
        } catch (ProbeFailure e) {
            return e.result();
        } catch (SSLException e) {
            return Endpoint.isTimeout(e)
                    ? at.endpoint().broken(e).result()
                    : tls.failed(e, at.endpoint().toString());
        } catch (IOException e) {
            return at.endpoint().broken(e).result();
        }
    }

    private boolean isToBeFollowed(HttpAnswer answer) {
        return answer.head().isRedirect() && !expected.accepts(answer.head().status());
    }

    private HttpTarget next(HttpAnswer answer, int followed) throws ProbeFailure {
        HttpTarget from = answer.from();
        HttpTarget next = from.redirected(requireNonNull(answer.head().location()));
        if (followed == reach.redirects()) {
            throw from.refused("to " + next + ", after " + followed + " that were followed");
        }
        return next;
    }

    private HealthResult judge(HttpAnswer answer) {
        HealthResult result = expected.judge(answer)
                .withDetail("status", Integer.toString(answer.head().status()))
                .withDetail("address", answer.address());
        X509Certificate certificate = answer.certificate();
        return certificate == null
                ? result
                : tls.term().judge(result, certificate, answer.from().endpoint().toString());
    }

    private HttpAnswer ask(HttpTarget at, Deadline deadline)
            throws ProbeFailure, IOException, InterruptedException, GeneralSecurityException {
        List<InetAddress> addresses = resolver.resolve(at.endpoint().host(), deadline);
        refusePrivate(at, addresses);
        try (Socket socket = at.endpoint().connect(addresses, deadline)) {
            if (!at.isTls()) {
                return converse(at, socket, null);
            }
            try (SSLSocket secure = tls.over(socket, at)) {
                secure.startHandshake();
                return converse(at, secure, Tls.certificateOf(secure).orElse(null));
            }
        }
    }

    private void refusePrivate(HttpTarget at, List<InetAddress> addresses) throws ProbeFailure {
        boolean allowed = reach.ownMayBePrivate() && at.bareHost().equals(target.bareHost());
        if (!allowed && addresses.stream().anyMatch(PrivateAddresses::contains)) {
            throw new ProbeFailure(
                    HealthCode.PRIVATE_TARGET, at.endpoint().host() + " has a private address, which is not allowed");
        }
    }

    private HttpAnswer converse(HttpTarget at, Socket socket, @Nullable X509Certificate certificate)
            throws IOException {
        HttpRequest sent = at.hasOriginOf(target) ? request : HttpRequest.PLAIN;
        socket.getOutputStream().write(sent.to(at));
        InputStream in = new BufferedInputStream(socket.getInputStream());
        HttpHead head = HttpHead.read(in);
        boolean fits = !expected.accepts(head.status()) || HttpBody.fits(head, in, expected.bodyLimit());
        return new HttpAnswer(at, socket.getInetAddress().getHostAddress(), head, fits, certificate);
    }
}
