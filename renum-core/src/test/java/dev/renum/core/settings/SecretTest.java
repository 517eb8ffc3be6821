package dev.renum.core.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class SecretTest {
    @Test
    void showsNothing() {
        Secret<String> secret = Secret.of("hunter2");

        assertThat(secret).hasToString("****");
        assertThat(secret.hashCode()).isEqualTo(Secret.of("other").hashCode());
        assertThat(new Account("ann", secret)).hasToString("Account[user=ann, password=****]");
    }

    @Test
    void revealsItselfOnRequestOnly() {
        assertThat(Secret.of("hunter2").reveal()).isEqualTo("hunter2");
        assertThat(Secret.of("https://example.org").map(URI::create).reveal())
                .isEqualTo(URI.create("https://example.org"));
    }

    @Test
    void comparesByContent() {
        assertThat(Secret.of("a"))
                .isEqualTo(Secret.of("a"))
                .isNotEqualTo(Secret.of("b"))
                .isNotEqualTo(Secret.of("aa"));
        assertThat(Secret.of(1)).isNotEqualTo(Secret.of("1")).isNotEqualTo(Secret.of(1L));
        assertThat(Secret.of("key".getBytes(UTF_8))).isEqualTo(Secret.of("key".getBytes(UTF_8)));
        assertThat(Secret.of("key".getBytes(UTF_8))).isNotEqualTo(Secret.of("kez".getBytes(UTF_8)));
        assertThat((Object) Secret.of("a")).isNotEqualTo("a");
    }

    @Test
    void cannotBeSerialized() {
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(Secret.of("x")))
                .isInstanceOf(NotSerializableException.class);
    }

    private record Account(String user, Secret<String> password) {}
}
