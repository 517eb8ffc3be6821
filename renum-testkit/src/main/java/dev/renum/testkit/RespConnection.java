package dev.renum.testkit;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A connection to Redis for commands that are answered by one string (empty for none), status or number, in RESP2.
 *
 * <p>Every read waits 5 s at most.
 */
final class RespConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 5_000;

    private final Socket socket = new Socket();
    private final InputStream in;

    RespConnection(int port) throws IOException {
        try {
            socket.connect(new InetSocketAddress(Ports.loopback(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The answer to one command given to the server at {@code port} over a connection of its own. */
    static String ask(int port, String... command) throws IOException {
        try (RespConnection connection = new RespConnection(port)) {
            return connection.ask(command);
        }
    }

    /** The answer to {@code command}; an error of the server is an exception. */
    String ask(String... command) throws IOException {
        StringBuilder request = new StringBuilder("*" + command.length + "\r\n");
        for (String word : command) {
            int length = word.getBytes(StandardCharsets.UTF_8).length;
            request.append('$').append(length).append("\r\n").append(word).append("\r\n");
        }
        socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
        return answer(command[0]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String answer(String command) throws IOException {
        String line = readLine();
        char type = line.isEmpty() ? ' ' : line.charAt(0);
        return switch (type) {
            case '+', ':' -> line.substring(1);
            case '$' -> readBulk(Integer.parseInt(line.substring(1)));
            case '-' -> throw new IOException("Redis refuses " + command + ": " + line.substring(1));
            default -> throw new IOException("Redis answers " + command + " with the unexpected line '" + line + "'");
        };
    }

    private String readBulk(int length) throws IOException {
        byte[] bytes = in.readNBytes(Math.max(0, length));
        if (length >= 0) {
            readLine();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next; (next = in.read()) != '\n'; ) {
            if (next < 0) {
                throw new EOFException("Redis closed the connection");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
