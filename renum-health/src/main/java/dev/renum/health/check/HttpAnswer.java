package dev.renum.health.check;

import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param from who answered
 * @param address the address that was connected to
 * @param head status and fields
 * @param fits whether the body was read to its end; it is not read at all if the status is not accepted
 * @param certificate that of the server, or {@code null} without TLS
 */
record HttpAnswer(
        HttpTarget from,
        String address,
        HttpHead head,
        boolean fits,
        @Nullable X509Certificate certificate) {}
