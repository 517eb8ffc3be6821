package dev.renum.http;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes problems as JSON. */
final class ProblemJson {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private ProblemJson() {}

    static byte[] of(Problem problem) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", problem.type());
            json.writeStringProperty("title", problem.title());
            json.writeNumberProperty("status", problem.status());
            json.writeStringProperty("detail", problem.detail());
            json.writeStringProperty("code", problem.code());
            if (problem.cure() != null) {
                json.writeStringProperty("cure", problem.cure());
            }
            problem.extensions().entrySet().forEach(member -> write(json, member));
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Map.Entry<String, Object> member) {
        json.writeName(member.getKey());
        Object value = member.getValue();
        if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Double || value instanceof Float) {
            // JSON has no NaN and no infinity; the generator writes those as strings.
            json.writeNumber(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            json.writeNumber(new BigDecimal(number.toString()));
        } else {
            json.writeString(value.toString());
        }
    }
}
