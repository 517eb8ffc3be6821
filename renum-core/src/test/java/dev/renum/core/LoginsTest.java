package dev.renum.core;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables {@code →} parts the text from what is left of it. */
final class LoginsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "to shop:x@db.example.org: refused → to shop:****@db.example.org: refused",
                "to (shop:x@db.example.org). → to (shop:****@db.example.org).",
                "host=shop:x@db:5432/shop → host=shop:****@db:5432/shop",
                "at jdbc:mysql:/shop:x@db:3306/shop → at jdbc:mysql:/shop:****@db:3306/shop",
                "at http:/shop:x@db.example.org → at http:/shop:****@db.example.org",
                "shop:x@localhost → shop:****@localhost",
                "shop:x@10.0.0.1 → shop:****@10.0.0.1",
                "shop:x@[::1]:5432 → shop:****@[::1]:5432",
                "shop:a@b:c/d@db.example.org → shop:****@db.example.org",
                "shop:a@db.example.org/x@y → shop:****@db.example.org/x@y",
                "a.b+c:/x@db.example.org → a.b+c:****@db.example.org",
                "at shop:x@a.de,shop:y@b.de → at shop:****@a.de,shop:****@b.de",
                "[\"shop:x@a.de\", 1] → [\"shop:****@a.de\", 1]"
            })
    void hidesThePasswordBeforeAHost(String text, String expected) {
        Rows.assertMasked(text, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lunch from 11:00 to 12:30@noon",
                "10:30@example.org",
                "call bob:alice@10:30",
                "foo:bar@baz",
                "mailto:me@example.org",
                "E-Mail:me@example.org",
                "from:me@example.org",
                "sip:me@example.org:5060",
                "me@example.org: hello",
                "git@github.com:team/project.git",
                "ssh:git@github.com",
                "image nginx:1.25@sha256:1234",
                "nginx:alpine@sha256:12345/a",
                "npm:left-pad@1.3.0",
                "lodash@npm:4.17.21",
                "org.example:core:1.0@jar",
                "org.example:core@5.0.Final",
                "listener:com.example.Foo@1a2b3c4d",
                "https://medium.com:443/@user@example.org",
                "jdbc:oracle:thin:@db.example.org:1521:orcl",
                "shop:@db.example.org",
                "shop:x@",
                "@",
                "a@b@c"
            })
    void leavesWhatIsNoLogin(String text) {
        Rows.assertLeft(text);
    }
}
