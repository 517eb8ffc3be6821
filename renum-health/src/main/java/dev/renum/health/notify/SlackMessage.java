package dev.renum.health.notify;

import dev.renum.health.alert.Alert;
import dev.renum.health.alert.Notification;
import dev.renum.health.text.Texts;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A notification in the blocks of Slack. A message has at most 50 of them, a header 150 characters, a section 3,000; more is refused as a whole, so texts are cut
 * before.
 */
final class SlackMessage {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int MAX_HEADER = 140;
    private static final int MAX_SECTION = 2_900;
    /** Escaped, each character may become five. */
    private static final int MAX_LINE = 500;

    private static final int MAX_SECTIONS = 40;

    private SlackMessage() {}

    static byte[] of(Notification notification) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("text", escaped(PlainText.headline(notification), MAX_LINE));
            json.writeBooleanProperty("unfurl_links", false);
            json.writeBooleanProperty("unfurl_media", false);
            json.writeArrayPropertyStart("blocks");
            text(json, "header", "plain_text", Texts.line(PlainText.headline(notification), MAX_HEADER));
            sections(notification).forEach(section -> text(json, "section", "mrkdwn", section));
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void text(JsonGenerator json, String block, String type, String text) {
        json.writeStartObject();
        json.writeStringProperty("type", block);
        json.writeObjectPropertyStart("text");
        json.writeStringProperty("type", type);
        json.writeStringProperty("text", text);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** As many lines in each section as it takes. */
    private static List<String> sections(Notification notification) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        for (Alert alert : notification.alerts()) {
            String line = line(alert);
            if (section.length() + line.length() >= MAX_SECTION) {
                sections.add(section.toString());
                section.setLength(0);
            }
            section.append(section.isEmpty() ? "" : "\n").append(line);
        }
        sections.add(section.toString());
        return sections.subList(0, Math.min(MAX_SECTIONS, sections.size()));
    }

    private static String line(Alert alert) {
        return "*" + alert.severity() + "* " + escaped(alert.rule() + ": " + alert.summary(), MAX_LINE);
    }

    /** These three signs are what Slack gives a meaning; all else is shown. */
    private static String escaped(String text, int max) {
        return Texts.line(text, max).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
