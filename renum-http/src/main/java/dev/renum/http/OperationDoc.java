package dev.renum.http;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a route does, for the person who calls it; everything that OpenAPI 3.1 wants to know of an operation.
 *
 * <pre>{@code
 * OperationDoc.of("One team.")
 *         .path("id", "the id of the team")
 *         .query("fields", "the fields wanted, separated by commas; all if absent")
 *         .answers(200, "The team.", "application/json", "{\"id\":7,\"name\":\"Ada\"}")
 *         .answers(404, "There is no such team.", "application/problem+json")
 * }</pre>
 *
 * @param summary one short sentence
 * @param description more for those who want it, or {@code null}
 * @param parameters in the order given; unmodifiable
 * @param body the body that the operation takes, or {@code null} if none
 * @param answers in the order given; unmodifiable
 */
public record OperationDoc(
        String summary,
        @Nullable String description,
        List<Parameter> parameters,
        @Nullable Content body,
        List<Answer> answers) {
    /** Copies the lists. */
    public OperationDoc {
        if (summary.isBlank()) {
            throw new IllegalArgumentException("a blank summary is not allowed: say what the operation does");
        }
        parameters = List.copyOf(parameters);
        answers = List.copyOf(answers);
    }

    /** An operation of which only the summary is known yet. */
    public static OperationDoc of(String summary) {
        return new OperationDoc(summary, null, List.of(), null, List.of());
    }

    /** The same with a longer description. */
    public OperationDoc describedAs(String description) {
        return new OperationDoc(summary, requireNonNull(description, "description"), parameters, body, answers);
    }

    /** The same with a variable of the path. */
    public OperationDoc path(String name, String description) {
        return with(new Parameter(name, Place.PATH, description, true));
    }

    /** The same with an optional parameter of the query. */
    public OperationDoc query(String name, String description) {
        return with(new Parameter(name, Place.QUERY, description, false));
    }

    /** The same with an optional header. */
    public OperationDoc header(String name, String description) {
        return with(new Parameter(name, Place.HEADER, description, false));
    }

    /** The same with one more parameter. */
    public OperationDoc with(Parameter parameter) {
        return new OperationDoc(summary, description, plus(parameters, parameter), body, answers);
    }

    /** The same with the body that it takes. */
    public OperationDoc takes(String mediaType, String example) {
        Content taken = new Content(mediaType, requireNonNull(example, "example"));
        return new OperationDoc(summary, description, parameters, taken, answers);
    }

    /** The same with an answer without a body. */
    public OperationDoc answers(int status, String meaning) {
        return with(new Answer(status, meaning, null));
    }

    /** The same with an answer of which no example is given. */
    public OperationDoc answers(int status, String meaning, String mediaType) {
        return with(new Answer(status, meaning, new Content(mediaType, null)));
    }

    /** The same with an answer and an example of it; several of one status differ in their media type. */
    public OperationDoc answers(int status, String meaning, String mediaType, String example) {
        return with(new Answer(status, meaning, new Content(mediaType, requireNonNull(example, "example"))));
    }

    private OperationDoc with(Answer answer) {
        return new OperationDoc(summary, description, parameters, body, plus(answers, answer));
    }

    private static <T> List<T> plus(List<T> items, T item) {
        List<T> more = new ArrayList<>(items);
        more.add(item);
        return more;
    }

    /** Where a parameter stands. */
    public enum Place {
        /** A variable of the path. */
        PATH,
        /** After the question mark. */
        QUERY,
        /** A field of the header. */
        HEADER
    }

    /**
     * A parameter of an operation.
     *
     * @param name as it stands in the request
     * @param place where it stands
     * @param description what it means, with its default if it has one
     * @param required whether the operation is refused without it; always for the path
     */
    public record Parameter(String name, Place place, String description, boolean required) {
        /** Checks that a variable of the path is required. */
        public Parameter {
            requireNonNull(name, "name");
            requireNonNull(description, "description");
            if (place == Place.PATH && !required) {
                throw new IllegalArgumentException("path parameter '" + name + "' must be required");
            }
        }
    }

    /**
     * A body.
     *
     * @param mediaType such as {@code application/json}
     * @param example a whole body of that type, or {@code null} if none is given
     */
    public record Content(String mediaType, @Nullable String example) {
        /** Checks that a type is given. */
        public Content {
            requireNonNull(mediaType, "mediaType");
        }
    }

    /**
     * One possible answer.
     *
     * @param status the status, 100 to 599
     * @param meaning when it is given and what it says
     * @param content its body, or {@code null} if it has none
     */
    public record Answer(
            int status, String meaning, @Nullable Content content) {
        /** Checks the status. */
        public Answer {
            requireNonNull(meaning, "meaning");
            if (status < 100 || status > 599) {
                throw new IllegalArgumentException("status " + status + " is not allowed: use 100 to 599");
            }
        }
    }
}
