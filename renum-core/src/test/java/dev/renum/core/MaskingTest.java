package dev.renum.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables {@code →} parts the text from what is left of it, and {@code ⏎} is the end of a line. */
final class MaskingTest {
    private static void assertMasked(String text, String expected) {
        assertThat(Masking.mask(text)).isEqualTo(expected);
        assertThat(Masking.mask(expected)).isEqualTo(expected);
    }

    @Nested
    final class Urls {
        @ParameterizedTest
        @CsvSource(
                delimiter = '→',
                quoteCharacter = '`',
                value = {
                    "postgres://u:p@h/db → postgres://****@h/db",
                    "at redis://:pw@host:6379/0. → at redis://****@host:6379/0.",
                    "redis://:123/4@h → redis://****@h",
                    "redis://:pa/ss@wo:rd#1?x@h:6379 → redis://****@h:6379",
                    "amqp://u:12/34@h → amqp://****@h",
                    "amqp://u:12?34@h → amqp://****@h",
                    "https://token@github.com/a/b.git → https://****@github.com/a/b.git",
                    "https://us%40er:p%2Fw@h/x → https://****@h/x",
                    "mongodb://u:p@h1:27017,h2:27017/db → mongodb://****@h1:27017,h2:27017/db",
                    "a://u:p@h,b://u:p@i → a://****@h,b://****@i",
                    "x?next=https://u:p@h&y=1 → x?next=https://****@h&y=1",
                    "'https://u:p@h' → 'https://****@h'",
                    "at index 12: https://user:pa ss@host/x → at index 12: https://****@host/x",
                    "https://user:pa'ss@host/x → https://****@host/x",
                    "jdbc:oracle:thin:scott/tiger@host:1521:orcl → jdbc:oracle:thin:****@host:1521:orcl",
                    "jdbc:oracle:thin:scott/ti/g@er@//host:1521/svc → jdbc:oracle:thin:****@//host:1521/svc",
                    "jdbc:oracle:oci:scott/\"ti@ger\"@tns → jdbc:oracle:oci:****@tns"
                })
        void loseTheirUserInfo(String text, String expected) {
            assertMasked(text, expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://example.org/a?b=c@d.org",
                    "https://medium.com/@user/post",
                    "http://localhost:4873/@scope/pkg",
                    "http://[::1]:8080/a@b",
                    "https://localhost:8443/a@b",
                    "jdbc:postgresql://h:5432/db?user=me@site",
                    "jdbc:sqlserver://h:1433;user=me@site;encrypt=true",
                    "kafka://a:9092,b:9092",
                    "file:///tmp/a@b",
                    "docker://nginx:latest",
                    "redis://h:6379: refused by admin@example.org",
                    "jdbc:oracle:thin:@//host:1521/svc",
                    "jdbc:oracle:thin:@tns",
                    "mail to a@b.org",
                    "://",
                    "://@h",
                    "://a:",
                    "a://b:c"
                })
        void stayWithoutUserInfo(String text) {
            assertMasked(text, text);
        }
    }

    @Nested
    final class NamesAndValues {
        @ParameterizedTest
        @CsvSource(
                delimiter = '→',
                quoteCharacter = '`',
                value = {
                    "jdbc:postgresql://h/db?user=x&password=y&ssl=true → jdbc:postgresql://h/db?user=x&password=****&ssl=true",
                    "jdbc:sqlserver://h:1433;user=sa;password=y;encrypt=true → jdbc:sqlserver://h:1433;user=sa;password=****;encrypt=true",
                    "got ?password=a&b,c;d&x=1 → got ?password=****&x=1",
                    "UID=sa;PWD=x y;Database=z → UID=sa;PWD=**** y;Database=z",
                    "with secret=x, token=y; api_key: z → with secret=****, token=****; api_key: ****",
                    "db.password = correct horse battery → db.password = ****",
                    "password: correct horse battery → password: ****",
                    "password=x user=y → password=**** user=y",
                    "password=x, user=y → password=****, user=y",
                    "password=x&user=y → password=****&user=y",
                    "DB_PASSWORD=x → DB_PASSWORD=****",
                    "tokens[0]=x → tokens[0]=****",
                    "{user=a, password=b, port=1} → {user=a, password=****, port=1}",
                    "{user=a, tokens=[b, {c}], port=1} → {user=a, tokens=****, port=1}",
                    "{\"password\":\"x\",\"a\":1} → {\"password\":\"****\",\"a\":1}",
                    "{\"password\": \"a \\\" b\\\\\", \"a\": 1} → {\"password\": \"****\", \"a\": 1}",
                    "{\"token\":123,\"a\":1} → {\"token\":****,\"a\":1}",
                    "{\"token\":123} → {\"token\":****}",
                    "{\"tokens\":[\"a]\",\"b\"],\"a\":1} → {\"tokens\":****,\"a\":1}",
                    "{\"credentials\":{\"a\":{\"b\":1}},\"c\":1} → {\"credentials\":****,\"c\":1}",
                    "\"{\\\"password\\\":\\\"a\\\\\\\"b\\\",\\\"a\\\":1}\" → \"{\\\"password\\\":\\\"****\\\",\\\"a\\\":1}\"",
                    "{\"url\":\"h?password=x\",\"a\":1} → {\"url\":\"h?password=****\",\"a\":1}",
                    "\"{\\\"url\\\":\\\"h?password=x\\\",\\\"a\\\":1}\" → \"{\\\"url\\\":\\\"h?password=****\\\",\\\"a\\\":1}\"",
                    "{\"password\":\"torn → {\"password\":\"****",
                    "the tokens=[a, b → the tokens=****",
                    "password='a'b' x=1 → password='****' x=1",
                    "password='it''s' x=1 → password='****' x=1",
                    "{\"tokens\":[\"a\\\\\\\\\",\"b]c\"],\"a\":1} → {\"tokens\":****,\"a\":1}",
                    "\"{\\\"tokens\\\":[\\\"a]b\\\"],\\\"a\\\":1}\" → \"{\\\"tokens\\\":****,\\\"a\\\":1}\"",
                    "{tokens=[it's, b], port=1} → {tokens=****, port=1}",
                    "run --password x --verbose → run --password **** --verbose",
                    "run --password=x --verbose → run --password=**** --verbose",
                    "run keytool -storepass x -list → run keytool -storepass **** -list",
                    "run --password='x y' → run --password='****'",
                    "run -e 'PASSWORD=x y' -v → run -e 'PASSWORD=****' -v",
                    "with API key: x and more → with API key: **** and more",
                    "ALTER ROLE shop PASSWORD 'x y' VALID → ALTER ROLE shop PASSWORD '****' VALID",
                    "the password => 'x' → the password => '****'",
                    "with token: a1 and more → with token: **** and more",
                    "<a password=\"x\"/> → <a password=\"****\"/>",
                    "<url>h?password=x</url> → <url>h?password=****</url>"
                })
        void loseTheirValues(String text, String expected) {
            assertMasked(text, expected);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '→',
                quoteCharacter = '`',
                value = {
                    "https://a.blob/c?sv=1&sig=x%2F%3D&se=2030 → https://a.blob/c?sv=1&sig=****&se=2030",
                    "https://s3/a?X-Amz-Date=1&X-Amz-Signature=ab → https://s3/a?X-Amz-Date=1&X-Amz-Signature=****",
                    "https://h/a?X-Goog-Signature=ab&b=1 → https://h/a?X-Goog-Signature=****&b=1",
                    "https://h/a?Expires=1&Signature=ab~&Key-Pair-Id=c → https://h/a?Expires=1&Signature=****&Key-Pair-Id=c",
                    "{\"a\":\"h?b=1\\u0026sig=ab\"} → {\"a\":\"h?b=1\\u0026sig=****\"}",
                    "<a href=\"h?b=1&amp;sig=ab\"/> → <a href=\"h?b=1&amp;sig=****\"/>",
                    "GET /cart;jsessionid=ab → GET /cart;jsessionid=****",
                    "got JSESSIONID=ab; PHPSESSID=cd; a=b → got JSESSIONID=****; PHPSESSID=****; a=b"
                })
        void loseSignaturesAndIdsOfSessions(String text, String expected) {
            assertMasked(text, expected);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '→',
                quoteCharacter = '`',
                value = {
                    "password: |⏎  x y⏎b: 2 → password: |⏎  ****⏎b: 2",
                    "password: |-⏎  x⏎⏎   y⏎ → password: |-⏎  ****⏎",
                    "a:⏎  password: >2+ # why⏎    x⏎    y⏎  b: 2 → a:⏎  password: >2+ # why⏎    ****⏎  b: 2",
                    "- password: |⏎    x⏎  b: 2 → - password: |⏎    ****⏎  b: 2",
                    "\"token\": !!str |⏎  x⏎b: 2 → \"token\": !!str |⏎  ****⏎b: 2",
                    "bad value: password: |⏎  x → bad value: password: |⏎  ****",
                    "password: |⏎b: 2 → password: |⏎b: 2",
                    "password: |⏎⏎b: 2 → password: |⏎⏎b: 2",
                    "text: |⏎  a b → text: |⏎  a b",
                    "tokens:⏎  - x⏎  - y: z⏎⏎b: 2 → tokens:⏎  ****⏎⏎b: 2",
                    "a:⏎- tokens: # why⏎  - x⏎- b → a:⏎- tokens: # why⏎  ****⏎- b",
                    "passwords:⏎- x⏎- y⏎b: 2 → passwords:⏎****⏎b: 2",
                    "- password: x y⏎- b → - password: ****⏎- b",
                    "password: | → password: ****",
                    "password: >x → password: ****"
                })
        void loseTheirBlockScalars(String text, String expected) {
            assertMasked(text.replace('⏎', '\n'), expected.replace('⏎', '\n'));
            assertMasked(text.replace("⏎", "\r\n"), expected.replace("⏎", "\r\n"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '→',
                quoteCharacter = '`',
                value = {
                    "Authorization: Bearer abc → Authorization: Bearer ****",
                    "sent Authorization: Bearer abc to host → sent Authorization: Bearer **** to host",
                    "Authorization: Basic dTpw → Authorization: Basic ****",
                    "Authorization: abc → Authorization: ****",
                    "Authorization: Digest username=\"u\", response=\"r\" → Authorization: Digest ****",
                    "Proxy-Authorization: Negotiate abc== → Proxy-Authorization: Negotiate ****",
                    "{\"Authorization\": \"Bearer abc\", \"a\": 1} → {\"Authorization\": \"Bearer ****\", \"a\": 1}",
                    "{authorization=[Bearer abc], accept=[x]} → {authorization=****, accept=[x]}",
                    "curl -H \"Authorization: Digest a, b\" http://h → curl -H \"Authorization: Digest ****\" http://h",
                    "Set-Cookie: SESSION=abc; Path=/ → Set-Cookie: ****",
                    "x Cookie: a=b; c=d → x Cookie: ****",
                    "{\"set-cookie\": [\"a=b; Path=/\", \"c=d\"], \"a\": 1} → {\"set-cookie\": ****, \"a\": 1}",
                    "X-Api-Key: abc → X-Api-Key: ****",
                    "Authorization: AWS4-HMAC-SHA256 Credential=a/s3, Signature=ab → Authorization: AWS4-HMAC-SHA256 ****"
                })
        void loseCredentialsOfHeaders(String text, String expected) {
            assertMasked(text, expected);
        }

        @Test
        void endAtTheEndOfTheLine() {
            assertMasked("a=1\r\npassword=x y\r\nb=2", "a=1\r\npassword=****\r\nb=2");
            assertMasked("a:\n  password: x y\n  b: 2\n", "a:\n  password: ****\n  b: 2\n");
            assertMasked("password=\"x\nb=2", "password=\"****\nb=2");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "token-ttl=5m max-tokens=100 password-min-length=8 secret-directory=/run/secrets",
                    "password authentication failed for user \"shop\"",
                    "Access denied for user 'a'@'h' (using password: YES)",
                    "password=null, secret=true",
                    "Unrecognized token 'foo': was expecting 'true'",
                    "invalid token: unexpected end of input",
                    "Unexpected token: STRING at line 3",
                    "tokens=3 capacity=10, tokens: 4096",
                    "the 'password': rejected value [null]",
                    "give --password <password> or --token ?",
                    "UPDATE users SET password=? WHERE id=?",
                    "password=${DB_PASSWORD}",
                    "db.password: must not be empty",
                    "db.password: is required and no source sets it",
                    "com.shop.secrets.VaultException: sealed",
                    "see secret://vault/path",
                    "password=",
                    "password:",
                    "password",
                    "password= ",
                    "password=\"\"",
                    "sig=1 signature=2 &sig: 3",
                    "sessionId: 4711, the session id=5",
                    "--password",
                    "{\"password\":\"\"}",
                    "{\"a\":1, \"b\":[\"c\"]}",
                    "at dev.renum.core.Masking.mask(Masking.java:12)"
                })
        void stayWhereTheyHoldNoSecret(String text) {
            assertMasked(text, text);
        }
    }

    @Nested
    final class PrivateKeys {
        private static final String BODY = "MIIEvQIBADANBgkqhkiG9w0B\nAQEFAASCBKcwggSj\n";

        @ParameterizedTest
        @ValueSource(strings = {"", "RSA ", "EC ", "ENCRYPTED ", "OPENSSH "})
        void areHidden(String type) {
            String begin = "-----BEGIN " + type + "PRIVATE KEY-----";
            String end = "-----END " + type + "PRIVATE KEY-----";

            assertMasked("key:\n" + begin + "\n" + BODY + end + "\nafter", "key:\n****\nafter");
            assertMasked("torn " + begin + "\n" + BODY, "torn ****");
        }

        @Test
        void areHiddenWhereLinesAreEscaped() {
            assertMasked(
                    "{\"pem\":\"-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----\\n\",\"a\":1}",
                    "{\"pem\":\"****\\n\",\"a\":1}");
        }

        @Test
        void arePartedFromPublicOnes() {
            String certificate = "-----BEGIN CERTIFICATE-----\n" + BODY + "-----END CERTIFICATE-----";

            assertMasked(certificate, certificate);
        }
    }

    @Test
    void answersTheSameTextIfThereIsNothingToHide() {
        String text = "pool exhausted after 30 s";

        assertThat(Masking.mask(text)).isSameAs(text);
    }
}
