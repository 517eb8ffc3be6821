package dev.renum.health.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What comes before the body of a response (RFC 9112): its status and its fields.
 *
 * @param status from 200 to 999
 * @param fields by name in lower case; of several with one name the first
 */
record HttpHead(int status, Map<String, String> fields) {
    private static final int MOST_BYTES = 32 * 1024;
    private static final int MOST_INTERIM = 5;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)(?: .*)?");

    /** Reads the next one that is final; interim ones, which have a status below 200, are skipped. */
    static HttpHead read(InputStream in) throws IOException {
        for (int i = 0; i <= MOST_INTERIM; i++) {
            HttpHead head = readAny(in);
            if (head.status() >= 200) {
                return head;
            }
        }
        throw new ProtocolException("it sends interim responses and no final one");
    }

    private static HttpHead readAny(InputStream in) throws IOException {
        Lines lines = new Lines(in, MOST_BYTES);
        Matcher status = STATUS_LINE.matcher(lines.next());
        if (!status.matches()) {
            throw new ProtocolException("that is not HTTP/1.1");
        }
        return new HttpHead(Integer.parseInt(status.group(1)), fields(lines));
    }

    private static Map<String, String> fields(Lines lines) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                fields.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    boolean isRedirect() {
        return status / 100 == 3 && location() != null;
    }

    @Nullable
    String location() {
        return fields.get("location");
    }

    Optional<ServerProduct> server() {
        return ServerProduct.in(fields.getOrDefault("server", ""));
    }

    /** Lines of at most so many bytes in all. */
    static final class Lines {
        private final InputStream in;
        private int left;

        Lines(InputStream in, int most) {
            this.in = in;
            this.left = most;
        }

        String next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = read(); next != '\n'; next = read()) {
                line.write(next);
            }
            String text = line.toString(ISO_8859_1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }

        private int read() throws IOException {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("it breaks off");
            }
            if (left-- == 0) {
                throw new ProtocolException("its head has no end");
            }
            return next;
        }
    }
}
