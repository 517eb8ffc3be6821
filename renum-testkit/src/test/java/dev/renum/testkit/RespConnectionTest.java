package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RespConnectionTest {

    @ParameterizedTest
    @CsvSource({"+OK|,OK", ":42|,42", "$4|é!!|,é!!", "$-1|,''", "$0||,''"})
    void readsStatusNumberAndText(String answer, String expected) throws IOException {
        assertThat(ask(answer)).isEqualTo(expected);
    }

    @Test
    void readsTextOfSeveralLines() throws IOException {
        assertThat(ask("$4|a|b|")).isEqualTo("a\r\nb");
    }

    @Test
    void throwsWhatTheServerRefuses() {
        assertThatThrownBy(() -> ask("-ERR unknown|"))
                .isInstanceOf(IOException.class)
                .hasMessage("Redis refuses PING: ERR unknown");
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> ask("*1|")).hasMessageContaining("unexpected line '*1'");
        assertThatThrownBy(() -> ask("|")).hasMessageContaining("unexpected line ''");
    }

    @Test
    void noticesAnAnswerThatBreaksOff() {
        assertThatThrownBy(() -> ask("+O")).isInstanceOf(EOFException.class);
    }

    /** What is understood of {@code answer}, in which | stands for the end of a line. */
    private static String ask(String answer) throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(Ports.loopback(), 0));
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answer(server, answer));
            try {
                return RespConnection.ask(server.getLocalPort(), "PING");
            } finally {
                answered.join();
            }
        }
    }

    private static void answer(ServerSocket server, String answer) {
        try (Socket client = server.accept()) {
            client.getInputStream().readNBytes("*1\r\n$4\r\nPING\r\n".length());
            OutputStream out = client.getOutputStream();
            out.write(answer.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
