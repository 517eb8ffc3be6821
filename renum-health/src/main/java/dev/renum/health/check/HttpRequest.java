package dev.renum.health.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A request by {@code GET} (RFC 9112) with the header fields that a host adds. Immutable. */
final class HttpRequest {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");
    private static final Set<String> OWN = Set.of("host", "connection", "content-length", "transfer-encoding");

    static final HttpRequest PLAIN = new HttpRequest(Map.of());

    private final Map<String, String> fields;

    private HttpRequest(Map<String, String> fields) {
        this.fields = fields;
    }

    HttpRequest with(String name, String value) {
        if (!NAME.matcher(name).matches() || OWN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("header '" + name + "' is not allowed: use a name that is a token, and "
                    + "none of Host, Connection, Content-Length, Transfer-Encoding");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the value of header '" + name + "' is not allowed: use printable ASCII, no line break");
        }
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new HttpRequest(more);
    }

    byte[] to(HttpTarget target) {
        StringBuilder text = new StringBuilder("GET " + target.pathAndQuery() + " HTTP/1.1\r\n");
        text.append("Host: ").append(target.authority()).append("\r\n");
        text.append("Connection: close\r\n");
        if (fields.keySet().stream().noneMatch("user-agent"::equalsIgnoreCase)) {
            text.append("User-Agent: renum-health\r\n");
        }
        fields.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(ISO_8859_1);
    }
}
