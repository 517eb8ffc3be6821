package dev.renum.health.alert;

import dev.renum.core.Severity;
import dev.renum.health.alert.Notification.Kind;
import dev.renum.health.text.Texts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Makes notifications of alerts. */
final class Wording {
    static final Comparator<Alert> GRAVEST_FIRST =
            Comparator.comparing(Alert::severity).reversed();
    private static final int MAX_TITLE = 200;

    private final String source;

    Wording(String source) {
        this.source = source;
    }

    Notification of(Kind kind, List<Alert> alerts) {
        List<Alert> sorted = alerts.stream().sorted(GRAVEST_FIRST).toList();
        Severity gravest = sorted.get(0).severity();
        String id = UUID.randomUUID().toString();
        return new Notification(id, kind, gravest, source, title(kind, sorted), sorted, Instant.now());
    }

    private static String title(Kind kind, List<Alert> alerts) {
        Alert first = alerts.get(0);
        String state = kind == Kind.FIRING ? "firing" : "resolved";
        String title = alerts.size() == 1
                ? first.rule() + " is " + state + ": " + first.summary()
                : alerts.size() + " alerts are " + state + ", " + first.id() + " among them";
        return Texts.line(title, MAX_TITLE);
    }
}
