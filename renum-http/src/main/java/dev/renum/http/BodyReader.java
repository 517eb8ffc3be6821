package dev.renum.http;

import java.io.IOException;

/** Reads bodies of at most {@code limit} bytes. */
record BodyReader(int limit) {
    private static final int MAX_LIMIT = 16 * 1024 * 1024;

    BodyReader {
        if (limit < 0 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "body limit " + limit + " is not allowed: use 0 to " + MAX_LIMIT + " bytes");
        }
    }

    byte[] read(Incoming incoming) throws Refusal {
        if (announced(incoming.headers()) > limit) {
            throw tooLarge();
        }
        byte[] body = readAtMostOneMore(incoming);
        if (body.length > limit) {
            throw tooLarge();
        }
        return body;
    }

    private byte[] readAtMostOneMore(Incoming incoming) throws Refusal {
        try {
            return incoming.body().readNBytes(limit + 1);
        } catch (IOException e) {
            throw new Refusal(
                    Problem.of(400, HttpCode.BODY_UNREADABLE, "The body of the request could not be read to its end."));
        }
    }

    private static long announced(Headers headers) {
        String length = headers.find("Content-Length").orElse("0");
        try {
            return Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return 0; // The server decides about its framing; what comes is counted.
        }
    }

    private Refusal tooLarge() {
        return new Refusal(
                Problem.of(413, HttpCode.BODY_TOO_LARGE, "The body of the request is larger than " + limit + " bytes.")
                        .with("limit", limit));
    }
}
