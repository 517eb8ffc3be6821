package dev.renum.health.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A mail server that answers as it is told, which a good one never would. An answer of {@code hang} is none. */
final class ScriptedSmtpServer implements AutoCloseable {
    private static final String GREETING = "greeting";
    private static final Map<String, String> GOOD = Map.of(
            "greeting",
            "220 ready",
            "EHLO",
            "250 localhost",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            ".",
            "250 taken",
            "QUIT",
            "221 bye",
            "RSET",
            "250 ok",
            "STARTTLS",
            "220 go on");

    private final ServerSocket server;
    private final Map<String, String> script;
    private final @Nullable SSLSocketFactory tls;
    private final Queue<String> commands = new ConcurrentLinkedQueue<>();

    /** {@code script} has answers by the first word, or by the whole line, of a command. */
    ScriptedSmtpServer(Map<String, String> script) {
        this(script, null);
    }

    /** One that also turns to TLS, if it is asked to, by {@code tls}. */
    ScriptedSmtpServer(Map<String, String> script, @Nullable SSLSocketFactory tls) {
        this.script = script;
        this.tls = tls;
        try {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    Queue<String> commands() {
        return commands;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk(client);
            } catch (IOException e) {
                // The client has gone, or the test is over.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        answer(client, GREETING);
        if (!converse(client)) {
            try (SSLSocket secured =
                    (SSLSocket) requireNonNull(tls).createSocket(client, null, client.getPort(), true)) {
                secured.setUseClientMode(false);
                converse(secured);
            }
        }
    }

    /** False if the client wants to go on over TLS. */
    private boolean converse(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        boolean isData = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!isData || line.equals(".")) {
                commands.add(line);
                answer(client, line);
                isData = line.equals("DATA");
            }
            if (line.equals("STARTTLS")) {
                return false;
            }
        }
        return true;
    }

    private void answer(Socket client, String line) throws IOException {
        String word =
                line.equals(GREETING) ? GREETING : line.replaceFirst(" .*", "").toUpperCase(Locale.ROOT);
        String usual = GOOD.getOrDefault(word, "250 ok");
        String answer = script.getOrDefault(line, script.getOrDefault(word, usual));
        if (!answer.equals("hang")) {
            client.getOutputStream().write((answer + "\r\n").getBytes(UTF_8));
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
