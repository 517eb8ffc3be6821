package dev.renum.health.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.renum.core.settings.Secret;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as the Standard Webhooks specification says: HMAC-SHA256 over {@code id.timestamp.body}, in Base64, after {@code v1,}. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;

    private Signature() {}

    /**
     * Checks the key of the setting {@code setting}.
     *
     * @throws IllegalArgumentException if it is too short or no Base64; the message does not show it
     */
    static void check(String setting, Secret<String> key) {
        if (bytes(key).length < SHORTEST) {
            throw new IllegalArgumentException(setting + " is not allowed: use at least " + SHORTEST
                    + " characters, or whsec_ and as many bytes in Base64");
        }
    }

    static String of(String id, long timestamp, byte[] body, Secret<String> key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(key), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM + ", which every JVM must have", e);
        }
    }

    /** No bytes if it is no Base64. */
    private static byte[] bytes(Secret<String> key) {
        String text = key.reveal();
        if (!text.startsWith(PREFIX)) {
            return text.getBytes(UTF_8);
        }
        try {
            return Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            return new byte[0]; // its message shows a character of the key
        }
    }
}
