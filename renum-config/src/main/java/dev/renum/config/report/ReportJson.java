package dev.renum.config.report;

import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a report for programs. */
final class ReportJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private ReportJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(ConfigReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            new ReportJson(json).report(report);
        }
        return text.toString();
    }

    private void report(ConfigReport report) {
        json.writeStartObject();
        json.writeStringProperty("application", report.application());
        text(
                "environment",
                report.environment() == null ? null : report.environment().name());
        json.writeBooleanProperty("usable", !report.hasErrors());
        json.writeNumberProperty("errors", report.errors());
        json.writeNumberProperty("warnings", report.warnings());
        json.writeArrayPropertyStart("problems");
        report.problems().forEach(this::problem);
        json.writeEndArray();
        json.writeArrayPropertyStart("waived");
        report.waived().forEach(this::waived);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void waived(Waived waived) {
        json.writeStartObject();
        json.writeStringProperty("reason", waived.reason());
        json.writeStringProperty("expires", waived.expires().toString());
        json.writeName("problem");
        problem(waived.problem());
        json.writeEndObject();
    }

    private void problem(Problem problem) {
        json.writeStartObject();
        json.writeStringProperty("code", problem.finding().code());
        json.writeStringProperty("severity", problem.finding().severity().name());
        json.writeStringProperty("subject", problem.finding().subject());
        text("key", problem.key().isEmpty() ? null : problem.key());
        json.writeStringProperty("message", problem.finding().message());
        text("cure", problem.finding().cure());
        origin("origin", problem.origin());
        excerpt(problem.excerpt());
        origin("rule", problem.rule());
        origins(problem.shadowed());
        json.writeArrayPropertyStart("suggestions");
        problem.suggestions().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void origins(List<Origin> shadowed) {
        json.writeArrayPropertyStart("shadowed");
        for (Origin origin : shadowed) {
            json.writeStartObject();
            fields(origin);
        }
        json.writeEndArray();
    }

    private void origin(String name, @Nullable Origin origin) {
        if (origin == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        fields(origin);
    }

    private void fields(Origin origin) {
        json.writeStringProperty("source", origin.source());
        json.writeStringProperty("kind", origin.kind().name());
        text("location", origin.location());
        number("line", origin.line());
        number("column", origin.column());
        json.writeNumberProperty("ordinal", origin.ordinal());
        json.writeEndObject();
    }

    private void excerpt(@Nullable Excerpt excerpt) {
        if (excerpt == null) {
            json.writeNullProperty("excerpt");
            return;
        }
        json.writeObjectPropertyStart("excerpt");
        json.writeStringProperty("text", excerpt.text());
        json.writeNumberProperty("start", excerpt.start());
        json.writeNumberProperty("length", excerpt.length());
        json.writeEndObject();
    }

    private void text(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    /** Lines and columns count from 1; 0 says that there is none. */
    private void number(String name, int value) {
        if (value == 0) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }
}
