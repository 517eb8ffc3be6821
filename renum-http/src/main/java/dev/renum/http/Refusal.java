package dev.renum.http;

/** What is wrong with a request before any handler has seen it. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Response response;

    Refusal(Problem problem) {
        this(problem.detail(), Response.problem(problem));
    }

    Refusal(String message, Response response) {
        super(message, null, false, false);
        this.response = response;
    }

    Response response() {
        return response;
    }
}
