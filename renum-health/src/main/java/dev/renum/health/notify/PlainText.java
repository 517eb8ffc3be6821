package dev.renum.health.notify;

import dev.renum.health.alert.Alert;
import dev.renum.health.alert.Notification;
import dev.renum.health.text.Texts;
import java.util.stream.Collectors;

/** A notification for people, as text. */
final class PlainText {
    private static final int MAX_HEADLINE = 250;
    private static final int MAX_LINE = 1_200;

    private PlainText() {}

    /** One line, such as {@code [shop-1] ERROR cpu-high is firing: system.cpu is 0.95, above 0.9}. */
    static String headline(Notification notification) {
        String text = "[" + notification.source() + "] " + notification.severity() + " " + notification.title();
        return Texts.line(text, MAX_HEADLINE);
    }

    /** A line for each alert. */
    static String body(Notification notification) {
        return notification.alerts().stream()
                .map(PlainText::line)
                .collect(Collectors.joining("\n", headline(notification) + "\n\n", "\n\n" + footer(notification)));
    }

    private static String line(Alert alert) {
        String text = alert.severity() + "  " + alert.id() + "  since " + alert.since() + "  " + alert.summary();
        return Texts.line(text, MAX_LINE);
    }

    private static String footer(Notification notification) {
        return "Sent " + notification.at() + ", notification " + notification.id() + "\n";
    }
}
