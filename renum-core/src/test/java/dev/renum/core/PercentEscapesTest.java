package dev.renum.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables {@code →} parts the text from what is left of it. */
final class PercentEscapesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "GET /in?next=%2Fa%3Ftoken%3Dx%26b%3D1 → GET /in?next=%2Fa%3Ftoken%3D****%26b%3D1",
                "?u=https%3A%2F%2Fshop%3Ax%40h%2Fa → ?u=https%3A%2F%2F****%40h%2Fa",
                "?u=https%3a%2f%2fh%3fsig%3dx → ?u=https%3a%2f%2fh%3fsig%3d****",
                "?u=%2Fa%3Fv%3D%252Fb%253Ftoken%253Dx%2526c%253D1 → ?u=%2Fa%3Fv%3D%252Fb%253Ftoken%253D****%2526c%253D1",
                "?h=Bearer%20a1b2c3d4e5f6a7b8 → ?h=Bearer%20****",
                "?q=%7B%22password%22%3A%22x%22%7D → ?q=%7B%22password%22%3A%22****%22%7D"
            })
    void hideNothingFromTheShapes(String text, String expected) {
        Rows.assertMasked(text, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"100% of a", "%", "%3", "%3D", "a%20b", "?mail=jane%40example.org&a=%C3%A9", "?q=token+bucket%3F"
            })
    void stayWhereTheyHoldNoSecret(String text) {
        assertThat(Masking.mask(text)).isSameAs(text);
    }
}
