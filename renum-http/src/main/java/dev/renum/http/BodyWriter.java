package dev.renum.http;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the body of one answer as it comes, for what is too long for memory or has no end. */
@FunctionalInterface
public interface BodyWriter {
    /**
     * Writes the whole body; the caller closes {@code body}. What must leave at once is flushed.
     *
     * @throws IOException if the client has gone, or if the body cannot be completed: the connection is cut then, so that the
     *     client does not take the part for the whole
     */
    void write(OutputStream body) throws IOException;
}
