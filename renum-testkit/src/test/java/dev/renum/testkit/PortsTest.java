package dev.renum.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PortsTest {
    private ServerSocket occupant;

    @BeforeEach
    void occupy() throws IOException {
        occupant = new ServerSocket();
        occupant.bind(new InetSocketAddress(Ports.loopback(), 0));
    }

    @AfterEach
    void leave() throws IOException {
        occupant.close();
    }

    @Test
    void knowsFreePortsFromTakenOnes() {
        assertThat(Ports.isFree(Ports.free())).isTrue();
        assertThat(Ports.isFree(occupant.getLocalPort())).isFalse();
    }

    @Test
    void startsOnAnotherPortIfTheFirstWasTakenMeanwhile() throws IOException {
        int free = Ports.free();
        AtomicInteger choices = new AtomicInteger();
        IntSupplier ports = () -> choices.incrementAndGet() == 1 ? occupant.getLocalPort() : free;

        int started = Ports.startOnFree(ports, PortsTest::listenOnce);

        assertThat(started).isEqualTo(free);
    }

    @Test
    void givesUpIfEveryPortIsTaken() {
        AtomicInteger choices = new AtomicInteger();
        IntSupplier ports = () -> {
            choices.incrementAndGet();
            return occupant.getLocalPort();
        };

        assertThatThrownBy(() -> Ports.startOnFree(ports, PortsTest::listenOnce))
                .isInstanceOf(IOException.class);
        assertThat(choices).hasValue(5);
    }

    @Test
    void doesNotTryAgainIfThePortIsNotTheReason() {
        AtomicInteger starts = new AtomicInteger();

        assertThatThrownBy(() -> Ports.startOnFree(Ports::free, port -> {
                    starts.incrementAndGet();
                    throw new IOException("out of memory");
                }))
                .hasMessage("out of memory");
        assertThat(starts).hasValue(1);
    }

    private static int listenOnce(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(Ports.loopback(), port));
            return port;
        }
    }
}
