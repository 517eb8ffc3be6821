package dev.renum.health.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import dev.renum.health.HealthCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is said on a connection, how the answer must begin, and where in the rest of it a version stands. In ISO 8859-1. Immutable. */
final class Conversation {
    /** Nothing is said, and nothing expected. */
    static final Conversation NONE = new Conversation("", "", null);

    private static final int LONGEST_TEXT = 4_096;
    private static final int LONGEST_LABEL = 100;
    private static final int SHOWN = 80;

    private final String request;
    private final String expected;
    private final @Nullable Pattern version;

    private Conversation(String request, String expected, @Nullable Pattern version) {
        this.request = request;
        this.expected = expected;
        this.version = version;
    }

    Conversation exchange(String request, String expected) {
        requireNonNull(request, "request");
        if (expected.isEmpty() || expected.length() > LONGEST_TEXT || request.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("an exchange of " + request.length() + " characters for "
                    + expected.length() + " is not allowed: use up to 4096, and expect at least 1");
        }
        return new Conversation(request, expected, version);
    }

    Conversation versionAfter(String label) {
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException(
                    "a label of " + label.length() + " characters is not allowed: use 1 to " + LONGEST_LABEL);
        }
        String number = "v?(\\d[\\w.+~-]{0,63}+)(?![\\w.+~-]|\\z)"; // what ends it must have come, or it might go on
        return new Conversation(request, expected, Pattern.compile(Pattern.quote(label) + number));
    }

    /** Holds it with {@code endpoint} on {@code socket}; the version, if one is wanted and told. */
    Optional<String> hold(Socket socket, Endpoint endpoint) throws IOException, ProbeFailure {
        if (!request.isEmpty()) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        }
        InputStream in = socket.getInputStream();
        listen(in, endpoint);
        return version == null ? Optional.empty() : version(version, in);
    }

    private void listen(InputStream in, Endpoint endpoint) throws IOException, ProbeFailure {
        for (int i = 0; i < expected.length(); i++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("it closed the connection");
            }
            if (next != expected.charAt(i)) {
                throw unexpected(expected.substring(0, i) + (char) next, in, endpoint);
            }
        }
    }

    private static ProbeFailure unexpected(String begun, InputStream in, Endpoint endpoint) throws IOException {
        String more = new String(in.readNBytes(Math.min(SHOWN, in.available())), ISO_8859_1);
        String answer = (begun + more).replaceAll("\\R.*|[^ -~]", " ").strip();
        return new ProbeFailure(HealthCode.BAD_ANSWER, endpoint + " answers '" + answer + "'");
    }

    /** Whoever has answered as expected is up, also if the version does not come. */
    private static Optional<String> version(Pattern wanted, InputStream in) {
        StringBuilder answer = new StringBuilder();
        Matcher version = wanted.matcher(answer);
        try {
            while (!version.reset().find()) {
                if (answer.length() >= LONGEST_TEXT || !readMore(in, answer)) {
                    return Optional.empty();
                }
            }
            return Optional.of(version.group(1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** False at the end. */
    private static boolean readMore(InputStream in, StringBuilder answer) throws IOException {
        byte[] bytes = new byte[512];
        int got = in.read(bytes);
        if (got > 0) {
            answer.append(new String(bytes, 0, got, ISO_8859_1));
        }
        return got > 0;
    }
}
