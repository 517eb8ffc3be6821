package dev.renum.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownSecretsTest {
    private static final String ODD = "pä$$ w/\"\\<&='+?>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "a → a b a1 ab _a-a/ (a) → **** b a1 ab _****-****/ (****)",
                "ab1 → ab1 ab12 xab1 → **** ab12 xab1",
                "admin → administration, rootadmin, admin2, Admin → administration, rootadmin, admin2, Admin",
                "admin → x_admin/1 admin. \"admin\" → x_****/1 ****. \"****\"",
                "Admin → Administrator Admin → Administrator ****",
                "ADMIN → ADMINISTRATOR ADMIN → ADMINISTRATOR ****",
                "hunter2 → xhunter2y hunter22 hunter → x****y ****2 hunter",
                "qwErty → xqwErtyy → x****y",
                "changeit → changeitnow → ****now",
                "4711 → x4711 147110 → x**** 1****0",
                "a-b → x-a-b-c → x-****-c",
                "*a* → a b a → **** b ****",
                "ab%c → ab%c → ****"
            })
    void hidesASecretWhereItCannotBeAnotherWord(String secret, String text, String expected) {
        assertThat(Masking.mask(text, List.of(secret))).isEqualTo(expected);
        assertThat(Masking.mask(expected, List.of(secret))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "*", "****", "* *"})
    void hidesNothingForASecretOfNothing(String secret) {
        assertThat(Masking.mask("a * b **** c", List.of(secret))).isEqualTo("a * b **** c");
    }

    @Test
    void prefersTheLongerSecret() {
        List<String> secrets = List.of("hunter2", "hunter2-and-more", "abc");

        assertThat(Masking.mask("hunter2-and-more hunter2 abchunter2", secrets)).isEqualTo("**** **** ****");
    }

    @Test
    void hidesOverlappingSecretsWhole() {
        assertThat(Masking.mask("see abcd1efgh2 and 1212121", List.of("abcd1ef", "d1efgh2", "12121")))
                .isEqualTo("see **** and ****");
    }

    @Test
    void findsValuesBehindANameThatIsItselfASecret() {
        assertThat(Masking.mask("with password=hunter3", List.of("password"))).isEqualTo("with ****=****");
    }

    @Test
    void hidesWhatTheShapeOfItsPlaceWouldCut() {
        assertThat(Masking.mask("at ?password=a1&b=c2&d=3", List.of("a1&b=c2"))).isEqualTo("at ?password=****&d=3");
    }

    @Test
    void findsTheSecretWithoutTheSpaceAroundIt() {
        assertThat(Masking.mask("got 'hunter2'", List.of(" hunter2\n"))).isEqualTo("got '****'");
    }

    @Test
    void findsUrlEncodedSecrets() {
        String form = URLEncoder.encode(ODD, UTF_8);
        String uri = form.replace("+", "%20");

        String text = form + " " + uri + " " + uri.replace("%2F", "%2f").replace("%C3%A4", "%c3%a4");

        assertThat(Masking.mask(text, List.of(ODD))).startsWith("**** **** p").hasSizeLessThan(60);
        assertThat(Masking.mask("p%2fw1", List.of("p/w1"))).isEqualTo("****");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pä$$ w/\\\"\\\\<&='+?>",
                "pä$$ w\\/\\\"\\\\<&='+?>",
                "p\\u00e4$$ w/\\\"\\\\<&='+?>",
                "p\\u00E4$$ w/\\\"\\\\<&='+?>",
                "pä$$ w/\\\"\\\\\\u003c\\u0026\\u003d\\u0027+?\\u003e",
                "pä$$ w/&quot;\\&lt;&amp;=&#39;+?&gt;"
            })
    void findsEscapedSecrets(String escaped) {
        assertThat(Masking.mask("a " + escaped + " b", List.of(ODD))).isEqualTo("a **** b");
    }

    @Test
    void findsEscapedControlCharacters() {
        assertThat(Masking.mask("x:a1\\n2\\r3\\t4\\u00015", List.of("a1\n2\r3\t4\u00015")))
                .isEqualTo("x:****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us", "usr", "user:"})
    void findsBase64WhereverTheSecretStandsInIt(String before) {
        for (String after : List.of("", "!", "??", "???")) {
            byte[] bytes = (before + "hünter2>>>???" + after).getBytes(UTF_8);
            String standard = Base64.getEncoder().encodeToString(bytes);
            String urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

            assertThat(Masking.mask("a " + standard + ", " + urlSafe, List.of("hünter2>>>???")))
                    .isEqualTo("a ****, ****");
        }
    }

    @Test
    void findsBase64OfAShortSecretOnItsOwn() {
        String base64 = Base64.getEncoder().encodeToString("pw1!".getBytes(UTF_8));

        assertThat(Masking.mask(base64 + " x" + base64, List.of("pw1!"))).isEqualTo("****== x" + base64);
    }
}
