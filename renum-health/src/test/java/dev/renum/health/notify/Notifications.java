package dev.renum.health.notify;

import dev.renum.core.Severity;
import dev.renum.health.alert.Acknowledgement;
import dev.renum.health.alert.Alert;
import dev.renum.health.alert.AlertState;
import dev.renum.health.alert.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Notifications to send. */
final class Notifications {
    private static final Instant AT = Instant.parse("2026-11-25T14:00:00Z");

    private Notifications() {}

    /** One alert with this summary. */
    static Notification firing(String summary) {
        return of(Notification.Kind.FIRING, "cpu-high is firing: " + summary, List.of(alert("cpu-high", summary)));
    }

    static Notification resolved() {
        return of(Notification.Kind.RESOLVED, "cpu-high is resolved", List.of(alert("cpu-high", "is fine")));
    }

    static Notification storm(int alerts, String summary) {
        List<Alert> all = IntStream.range(0, alerts)
                .mapToObj(i -> alert("rule-" + i, summary))
                .toList();
        return of(Notification.Kind.FIRING, alerts + " alerts are firing", all);
    }

    private static Notification of(Notification.Kind kind, String title, List<Alert> alerts) {
        return new Notification("id-1", kind, Severity.ERROR, "shop-1", title, alerts, AT);
    }

    private static Alert alert(String rule, String summary) {
        return new Alert(
                rule + "{mount=/data}",
                rule,
                Map.of("mount", "/data"),
                Severity.ERROR,
                AlertState.FIRING,
                AT,
                Double.NaN,
                summary,
                null,
                new Acknowledgement("ada", AT),
                null);
    }
}
