package dev.renum.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Decodes percent-encoded UTF-8 (RFC 3986, 2.1) strictly.
 *
 * <p>{@link java.net.URLDecoder} replaces what is not UTF-8; here it is an error, so that two different texts never become one.
 */
final class PercentDecoder {
    private PercentDecoder() {}

    static String decode(String encoded) throws Refusal {
        boolean plain = encoded.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '%');
        return plain ? encoded : text(bytes(encoded));
    }

    private static byte[] bytes(String encoded) throws Refusal {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                throw malformed();
            }
            if (c == '%') {
                bytes.write(hex(encoded, i + 1) << 4 | hex(encoded, i + 2));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }

    private static int hex(String encoded, int index) throws Refusal {
        int digit = index < encoded.length() && encoded.charAt(index) < 0x7f
                ? Character.digit(encoded.charAt(index), 16)
                : -1;
        if (digit < 0) {
            throw malformed();
        }
        return digit;
    }

    private static String text(byte[] bytes) throws Refusal {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return new Refusal(Problem.of(400, HttpCode.MALFORMED_ENCODING, "The address is not UTF-8 in percent encoding.")
                .withCure("Encode each character beyond letters, digits and -._~ as %XX of its UTF-8 bytes."));
    }
}
