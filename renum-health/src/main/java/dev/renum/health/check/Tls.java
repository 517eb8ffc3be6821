package dev.renum.health.check;

import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthCode;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** How a check talks TLS, and what it makes of certificates; without a context by that of the JVM. */
record Tls(@Nullable SSLContext context, CertificateTerm term) {
    /** Causes may go in a circle. */
    private static final int MAX_CAUSES = 100;

    /** Talks TLS over {@code plain}, to none but the host that was meant. */
    SSLSocket over(Socket plain, HttpTarget target) throws IOException, GeneralSecurityException {
        SSLContext used = context == null ? SSLContext.getDefault() : context;
        SSLSocket socket = (SSLSocket) used.getSocketFactory()
                .createSocket(plain, target.bareHost(), target.endpoint().port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** The certificate of the server itself, the first of its chain; the others of the chain need not be those that count. */
    static Optional<X509Certificate> certificateOf(SSLSocket socket) throws SSLPeerUnverifiedException {
        return first(Stream.of(socket.getSession().getPeerCertificates()));
    }

    private static Optional<X509Certificate> first(Stream<? extends Certificate> chain) {
        return chain.limit(1)
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .findFirst();
    }

    /** Why there is no TLS connection to {@code host}. */
    HealthResult failed(SSLException e, String host) {
        Optional<Throwable> expired = find(e, CertificateExpiredException.class::isInstance);
        if (expired.isPresent()) {
            return ended(e, host);
        }
        Optional<Throwable> refused = find(e, CertificateException.class::isInstance);
        HealthCode code = refused.isPresent() ? HealthCode.CERTIFICATE_REFUSED : HealthCode.TLS_FAILED;
        String why = refused.orElse(e).getMessage();
        String what =
                refused.isPresent() ? "the certificate of " + host + " is refused: " : "no TLS with " + host + ": ";
        return new ProbeFailure(code, what + why).result();
    }

    private HealthResult ended(SSLException e, String host) {
        HealthResult down = HealthResult.down(
                HealthCode.CERTIFICATE_ENDED.id(),
                "a certificate of " + host + " has ended, or one that it depends on");
        return find(e, CertPathValidatorException.class::isInstance)
                .map(CertPathValidatorException.class::cast)
                .filter(failure -> failure.getCertPath() != null)
                .flatMap(failure -> first(failure.getCertPath().getCertificates().stream()))
                .map(certificate -> term.dated(down, certificate))
                .orElse(down);
    }

    private static Optional<Throwable> find(Throwable failure, Predicate<Throwable> what) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .filter(what)
                .findFirst();
    }
}
