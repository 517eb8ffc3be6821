package dev.renum.core;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables {@code →} parts the text from what is left of it. */
final class PasswordFilesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "machine h login shop password x → machine h login shop password ****",
                "machine h⏎  login shop⏎  password x⏎ → machine h⏎  login shop⏎  password ****⏎",
                "default login shop password x → default login shop password ****",
                "db:5432:shop:shop:x → db:5432:shop:shop:****",
                "a⏎*:*:*:shop:x:y⏎b → a⏎*:*:*:shop:****⏎b"
            })
    void hidesThePasswordOfALine(String text, String expected) {
        Rows.assertMasked(text, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the default login has no password set",
                "login shop password expired",
                "Foo.java:12:5:error:x",
                "10:30:00:000:x",
                "db:5432:shop:shop:x and more",
                "at db:5432:shop:shop:x"
            })
    void leavesOtherLines(String text) {
        Rows.assertLeft(text);
    }
}
