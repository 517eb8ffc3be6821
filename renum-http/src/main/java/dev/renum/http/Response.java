package dev.renum.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer: a status, headers, and a body that is either at hand or written as it comes.
 *
 * <p>Immutable, as far as a {@link BodyWriter} is. Adapters set the length and {@code X-Content-Type-Options: nosniff}.
 */
public final class Response {
    private static final byte[] NOTHING = {};

    private final int status;
    private final Headers headers;
    private final byte[] bytes;
    private final @Nullable BodyWriter writer;

    private Response(int status, Headers headers, byte[] bytes, @Nullable BodyWriter writer) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status " + status + " is not allowed: use 200 to 599");
        }
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
        this.writer = writer;
    }

    /** An answer without a body. */
    public static Response of(int status) {
        return new Response(status, Headers.none(), NOTHING, null);
    }

    /**
     * An answer with a body of any type.
     *
     * @param contentType with a charset if it is text
     * @param body copied
     */
    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, typed(contentType), body.clone(), null);
    }

    /** An answer with text in UTF-8; a {@code text/} type without a charset gets this one. */
    public static Response text(int status, String contentType, String body) {
        boolean silent = contentType.startsWith("text/")
                && !contentType.toLowerCase(Locale.ROOT).contains("charset=");
        String type = silent ? contentType + "; charset=utf-8" : contentType;
        return new Response(status, typed(type), body.getBytes(UTF_8), null);
    }

    /** An answer of type {@code application/json}, which is UTF-8 by definition. */
    public static Response json(int status, String json) {
        return text(status, "application/json", json);
    }

    /**
     * An answer of status 200 whose body {@code writer} writes, for what is too long for memory or has no end.
     *
     * <p>The writer runs after the filters, once; never for {@code HEAD}.
     */
    public static Response stream(String contentType, BodyWriter writer) {
        return new Response(200, typed(contentType), NOTHING, requireNonNull(writer, "writer"));
    }

    /** An answer that tells of a problem and must not be stored. */
    public static Response problem(Problem problem) {
        Headers headers = typed(Problem.MEDIA_TYPE).with("Cache-Control", "no-store");
        return new Response(problem.status(), headers, problem.json(), null);
    }

    /** The same with another status. */
    public Response withStatus(int status) {
        return new Response(status, headers, bytes, writer);
    }

    /**
     * The same, but header {@code name} with this value only.
     *
     * @throws IllegalArgumentException if the name is not a token or one that adapters set, {@code Content-Length} and
     *     {@code Transfer-Encoding}, or the value has characters that are not printable ASCII
     */
    public Response withHeader(String name, String value) {
        if (name.equalsIgnoreCase("Content-Length") || name.equalsIgnoreCase("Transfer-Encoding")) {
            throw new IllegalArgumentException("header " + name + " is not allowed: adapters set it");
        }
        return new Response(status, headers.with(name, value), bytes, writer);
    }

    /** The status, 200 to 599. */
    public int status() {
        return status;
    }

    /** The headers, without those that adapters set. */
    public Headers headers() {
        return headers;
    }

    /** Whether the body is written as it comes; its length is not known then. */
    public boolean isStream() {
        return writer != null;
    }

    /** The length of the body in bytes, or −1 for a stream. */
    public long length() {
        return isStream() ? -1 : bytes.length;
    }

    /**
     * Writes the body, which a stream allows once.
     *
     * @throws IOException if {@code out} or the writer of the body fails
     */
    public void writeTo(OutputStream out) throws IOException {
        if (writer == null) {
            out.write(bytes);
            return;
        }
        writer.write(out);
    }

    /**
     * The body as text in UTF-8, for tests; runs the writer of a stream.
     *
     * @throws IOException if the writer of the body fails
     */
    public String bodyText() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        writeTo(body);
        return body.toString(UTF_8);
    }

    @Override
    public String toString() {
        return "Response[status=" + status + ", length=" + length() + "]";
    }

    private static Headers typed(String contentType) {
        return Headers.none().with("Content-Type", contentType);
    }
}
