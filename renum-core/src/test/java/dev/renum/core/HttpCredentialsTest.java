package dev.renum.core;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables {@code →} parts the text from what is left of it. */
final class HttpCredentialsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "sent Digest username=\"u\", realm=\"r, s\", response=\"ab\". Then → sent Digest ****. Then",
                "digest username=\"u\",uri=\"/a\",response=\"ab\",nc=01 → digest ****",
                "{\"a\":\"Digest username=\\\"u\\\", response=\\\"ab\\\"\"} → {\"a\":\"Digest ****\"}",
                "Digest username*=UTF-8''u, response=\"ab\" → Digest ****",
                "AWS4-HMAC-SHA256 Credential=a/2030/s3/aws4_request, SignedHeaders=host;date, Signature=ab: wrong"
                        + " → AWS4-HMAC-SHA256 ****: wrong"
            })
    void hidesTheParametersOfASchemeWithoutItsHeader(String text, String expected) {
        Rows.assertMasked(text, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"",
                "the digest username=u is wrong",
                "Digest username=",
                "digest of username=a, b=c",
                "AWS4-HMAC-SHA256 is required, region=a"
            })
    void leavesChallengesAndProse(String text) {
        Rows.assertLeft(text);
    }
}
