package dev.renum.http;

/** Answers a request. Used by many threads at once. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers {@code request}.
     *
     * @return the answer, never {@code null}; an adapter turns {@code null} into a 500
     * @throws Exception if it cannot; an adapter answers 500 without a word of the exception and logs it under an id that the
     *     answer names
     */
    Response handle(Request request) throws Exception;
}
