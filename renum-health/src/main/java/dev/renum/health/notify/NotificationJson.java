package dev.renum.health.notify;

import dev.renum.health.alert.Acknowledgement;
import dev.renum.health.alert.Alert;
import dev.renum.health.alert.Notification;
import dev.renum.health.text.Texts;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A notification as {@code docs/guides/alerts.md} shows it. Texts are cut, so that a message has at most some hundred kilobytes. */
final class NotificationJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_LABELS = 20;

    private NotificationJson() {}

    static byte[] of(Notification notification) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("id", notification.id());
            json.writeStringProperty("kind", word(notification.kind()));
            json.writeStringProperty("severity", word(notification.severity()));
            text(json, "source", notification.source());
            text(json, "title", notification.title());
            json.writeStringProperty("at", notification.at().toString());
            json.writeArrayPropertyStart("alerts");
            notification.alerts().forEach(alert -> write(json, alert));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Alert alert) {
        json.writeStartObject();
        text(json, "id", alert.id());
        json.writeStringProperty("rule", alert.rule());
        json.writeObjectPropertyStart("labels");
        alert.labels().entrySet().stream()
                .limit(MAX_LABELS)
                .forEach(label -> text(json, label.getKey(), label.getValue()));
        json.writeEndObject();
        json.writeStringProperty("severity", word(alert.severity()));
        json.writeStringProperty("state", word(alert.state()));
        json.writeStringProperty("since", alert.since().toString());
        value(json, alert.value());
        text(json, "summary", alert.summary());
        acknowledgement(json, alert);
        json.writeEndObject();
    }

    /** JSON has no word for what is not known or infinite. */
    private static void value(JsonGenerator json, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty("value", value);
        } else {
            json.writeNullProperty("value");
        }
    }

    private static void acknowledgement(JsonGenerator json, Alert alert) {
        Acknowledgement acknowledgement = alert.acknowledgement();
        if (acknowledgement != null) {
            text(json, "acknowledgedBy", acknowledgement.who());
        }
    }

    private static void text(JsonGenerator json, String name, String value) {
        json.writeStringProperty(name, Texts.line(value, MAX_TEXT));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
