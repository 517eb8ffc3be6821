package dev.renum.health;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;

/** The days that certificates last, by the detail that {@code HttpCheck} tells them by, and a host's own checks may. */
final class CertificateFigure {
    private static final String DETAIL = "certificate.days";
    private static final Metric DAYS = new Metric(
            "renum.health.certificate.days",
            "days",
            "Days that the certificate of a service lasts; negative once it has ended.");

    private CertificateFigure() {}

    static void measure(MetricSink sink, HealthSnapshot snapshot) {
        snapshot.checks().forEach((name, state) -> {
            String days = state.result().details().get(DETAIL);
            if (days != null) {
                sink.gauge(DAYS, number(days), "check", name);
            }
        });
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
