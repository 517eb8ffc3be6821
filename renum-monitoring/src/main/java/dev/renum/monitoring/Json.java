package dev.renum.monitoring;

import java.io.StringWriter;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON objects. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator generator;

    private Json(JsonGenerator generator) {
        this.generator = generator;
    }

    /** An object with the members that {@code members} writes. */
    static String object(Consumer<Json> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartObject();
            members.accept(new Json(generator));
            generator.writeEndObject();
        }
        return text.toString();
    }

    Json text(String name, String value) {
        generator.writeStringProperty(name, value);
        return this;
    }

    /** Nothing if there is no value. */
    Json optional(String name, @Nullable Object value) {
        return value == null ? this : text(name, value.toString());
    }

    Json number(String name, long value) {
        generator.writeNumberProperty(name, value);
        return this;
    }

    Json truth(String name, boolean value) {
        generator.writeBooleanProperty(name, value);
        return this;
    }

    Json object(String name, Consumer<Json> members) {
        generator.writeObjectPropertyStart(name);
        members.accept(this);
        generator.writeEndObject();
        return this;
    }

    /** An array with an object for each of {@code elements}. */
    <T> Json array(String name, Iterable<T> elements, BiConsumer<Json, T> members) {
        generator.writeArrayPropertyStart(name);
        for (T element : elements) {
            generator.writeStartObject();
            members.accept(this, element);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        return this;
    }
}
