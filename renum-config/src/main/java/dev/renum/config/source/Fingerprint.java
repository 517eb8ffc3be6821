package dev.renum.config.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two loads read the same bytes from the same files, and found the same wrong with them. */
final class Fingerprint {
    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    void add(String location, byte[] content) {
        add(location);
        add(content);
    }

    /** What was found otherwise. */
    void add(String... texts) {
        for (String text : texts) {
            add(text.getBytes(UTF_8));
        }
    }

    /** In hexadecimal digits; nothing can be added afterwards. */
    String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The length goes first, so that no two lists of texts look like the same bytes. */
    private void add(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
