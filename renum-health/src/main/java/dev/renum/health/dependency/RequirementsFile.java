package dev.renum.health.dependency;

import dev.renum.health.dependency.DependencyInfo.Kind;
import dev.renum.health.library.RequirementsText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads what a jar requires. The format stands in {@code docs/guides/dependencies.md}. */
final class RequirementsFile {
    private static final int MAX_REQUIREMENTS = 500;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(1_000)
                    .maxNumberLength(20)
                    .maxNameLength(100)
                    .build())
            .build();

    private final JsonParser json;
    private final Consumer<String> faults;
    private final List<Draft> drafts = new ArrayList<>();
    private @Nullable String name;

    private RequirementsFile(JsonParser json, Consumer<String> faults) {
        this.json = json;
        this.faults = faults;
    }

    /** The requirements of {@code file}; nothing if it is not valid JSON, and without those that are not valid. */
    static List<Requirement> parse(RequirementsText file, Consumer<String> faults) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), file.text())) {
            RequirementsFile reader = new RequirementsFile(json, faults);
            reader.read();
            return reader.requirements(file.location());
        } catch (JacksonException e) {
            faults.accept("is no valid JSON: " + e.getOriginalMessage() + place(e.getLocation()));
            return List.of();
        }
    }

    /** Some limits are found to be passed at no certain place. */
    private static String place(@Nullable TokenStreamLocation location) {
        return location == null ? "" : " in line " + location.getLineNr();
    }

    private void read() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            faults.accept("is no JSON object");
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            member(json.currentName());
        }
        if (json.nextToken() != null) {
            faults.accept("has something behind its object");
        }
    }

    private void member(String member) {
        JsonToken value = json.nextToken();
        switch (member) {
            case "name" -> name = text(member, value);
            case "java" -> java(text(member, value));
            case "libraries" -> array(member, value, Kind.LIBRARY);
            case "services" -> array(member, value, Kind.SERVICE);
            default -> unknown(member);
        }
    }

    private void java(@Nullable String version) {
        if (version != null) {
            drafts.add(new Draft(Kind.JAVA, "java", version));
        }
    }

    private void array(String member, JsonToken value, Kind kind) {
        if (value != JsonToken.START_ARRAY) {
            wrong(member, "an array");
            return;
        }
        for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; item = json.nextToken()) {
            if (item == JsonToken.START_OBJECT) {
                drafts.add(draft(kind));
            } else {
                wrong(member, "an array of objects");
            }
        }
    }

    private Draft draft(Kind kind) {
        Draft draft = new Draft(kind, null, null);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            switch (member) {
                case "name" -> draft.name = text(member, value);
                case "version" -> draft.version = text(member, value);
                case "reason" -> draft.reason = text(member, value);
                case "optional" -> draft.optional = flag(member, value);
                default -> unknown(member);
            }
        }
        return draft;
    }

    private @Nullable String text(String member, JsonToken value) {
        if (value == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        wrong(member, "a text");
        return null;
    }

    private boolean flag(String member, JsonToken value) {
        if (!value.isBoolean()) {
            wrong(member, "true or false");
        }
        return value == JsonToken.VALUE_TRUE;
    }

    private void wrong(String member, String expected) {
        faults.accept("'" + member + "' must be " + expected);
        json.skipChildren();
    }

    private void unknown(String member) {
        faults.accept("'" + member + "' is not known");
        json.skipChildren();
    }

    private List<Requirement> requirements(String location) {
        if (drafts.size() > MAX_REQUIREMENTS) {
            faults.accept("has more than " + MAX_REQUIREMENTS + " requirements");
        }
        String requiredBy = name == null ? location : name;
        List<Requirement> requirements = new ArrayList<>();
        drafts.stream().limit(MAX_REQUIREMENTS).forEach(draft -> add(draft, requiredBy, requirements));
        return requirements;
    }

    private void add(Draft draft, String requiredBy, List<Requirement> requirements) {
        if (draft.name == null || draft.version == null) {
            faults.accept("a requirement lacks its name or its version");
            return;
        }
        try {
            VersionRange range = VersionRange.parse(draft.version);
            requirements.add(new Requirement(draft.kind, draft.name, range, draft.optional, requiredBy, draft.reason));
        } catch (IllegalArgumentException e) {
            faults.accept(String.valueOf(e.getMessage()));
        }
    }

    /** A requirement while it is read: its members come in any order. */
    private static final class Draft {
        private final Kind kind;
        private @Nullable String name;
        private @Nullable String version;
        private @Nullable String reason;
        private boolean optional;

        Draft(Kind kind, @Nullable String name, @Nullable String version) {
            this.kind = kind;
            this.name = name;
            this.version = version;
        }
    }
}
