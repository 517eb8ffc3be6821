package dev.renum.core;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables {@code →} parts the text from what is left of it. */
final class SqlStatementsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "ALTER ROLE shop ENCRYPTED PASSWORD 'x y' VALID → ALTER ROLE shop ENCRYPTED PASSWORD '****' VALID",
                "alter user shop password 'it''s' → alter user shop password '****'",
                "CREATE USER shop IDENTIFIED BY 'x'; → CREATE USER shop IDENTIFIED BY '****';",
                "CREATE USER shop IDENTIFIED BY \"x y\" QUOTA → CREATE USER shop IDENTIFIED BY \"****\" QUOTA",
                "IDENTIFIED WITH mysql_native_password BY 'x' → IDENTIFIED WITH mysql_native_password BY '****'",
                "SET PASSWORD FOR 'shop'@'%' = PASSWORD('x') → SET PASSWORD FOR 'shop'@'%' = PASSWORD('****')",
                "{\"sql\":\"IDENTIFIED BY \\\"x\\\" QUOTA\"} → {\"sql\":\"IDENTIFIED BY \\\"****\\\" QUOTA\"}"
            })
    void hidesThePasswordOfAUser(String text, String expected) {
        Rows.assertMasked(text, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select \"password\" from users where name='x'",
                "column \"password\" does not exist",
                "ALTER ROLE shop PASSWORD NULL",
                "identified by name 'x'"
            })
    void leavesOtherStatements(String text) {
        Rows.assertLeft(text);
    }
}
