package dev.renum.health.check;

import dev.renum.core.health.HealthResult;
import dev.renum.health.HealthCode;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long before its end a certificate is worth a warning. */
record CertificateTerm(Duration soon, Duration atOnce, Clock clock) {
    private static final long DAY = Duration.ofDays(1).toSeconds();

    CertificateTerm {
        boolean ordered = !atOnce.isNegative() && atOnce.compareTo(soon) <= 0;
        if (!ordered) {
            throw new IllegalArgumentException("warning " + soon + " and " + atOnce
                    + " before the end of a certificate are not allowed: use 0 <= critical <= warning");
        }
    }

    /** What {@code certificate} makes of a service of {@code host} that answers otherwise well. */
    HealthResult judge(HealthResult answered, X509Certificate certificate, String host) {
        Duration left =
                Duration.between(clock.instant(), certificate.getNotAfter().toInstant());
        return dated(answered.status().isServing() ? judge(answered, left, host) : answered, certificate);
    }

    private HealthResult judge(HealthResult answered, Duration left, String host) {
        String of = "the certificate of " + host;
        if (left.isNegative()) {
            return HealthResult.down(
                    HealthCode.CERTIFICATE_ENDED.id(), of + " has ended " + days(left.negated()) + " days ago");
        }
        if (left.compareTo(atOnce) < 0) {
            return HealthResult.degraded(HealthCode.CERTIFICATE_ENDS.id(), of + " ends in " + days(left) + " days");
        }
        return left.compareTo(soon) < 0
                ? HealthResult.degraded(HealthCode.CERTIFICATE_ENDS_SOON.id(), of + " ends in " + days(left) + " days")
                : answered;
    }

    /** {@code result} with the days that are left to {@code certificate}, of which an alert rule may make use; negative once it has ended. */
    HealthResult dated(HealthResult result, X509Certificate certificate) {
        Instant end = certificate.getNotAfter().toInstant();
        long days = days(Duration.between(clock.instant(), end));
        return result.withDetail("certificate.days", Long.toString(days)).withDetail("certificate.end", end.toString());
    }

    private static long days(Duration left) {
        return Math.floorDiv(left.toSeconds(), DAY);
    }
}
