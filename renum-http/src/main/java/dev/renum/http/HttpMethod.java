package dev.renum.http;

/** A method of HTTP (RFC 9110, RFC 5789). */
public enum HttpMethod {
    /** Reads. */
    GET,
    /** Reads, without the body; answered from {@link #GET}. */
    HEAD,
    /** Does something. */
    POST,
    /** Replaces. */
    PUT,
    /** Changes a part. */
    PATCH,
    /** Deletes. */
    DELETE,
    /** Asks for the methods allowed; answered by the adapter. */
    OPTIONS,
    /** Any other; answered with 501. One name for all keeps figures by method bounded. */
    OTHER;

    /** The method of this exact, case-sensitive name, or {@link #OTHER}. */
    public static HttpMethod of(String name) {
        return switch (name) {
            case "GET" -> GET;
            case "HEAD" -> HEAD;
            case "POST" -> POST;
            case "PUT" -> PUT;
            case "PATCH" -> PATCH;
            case "DELETE" -> DELETE;
            case "OPTIONS" -> OPTIONS;
            default -> OTHER;
        };
    }
}
