package dev.renum.core;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables {@code →} parts the text from what is left of it. */
final class NamedEntriesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "<property name=\"password\" value=\"x\"/> → <property name=\"password\" value=\"****\"/>",
                "<property value='x y' name='password'/> → <property value='****' name='password'/>",
                "<add key=\"ApiSecret\" value=\"x\" /> → <add key=\"ApiSecret\" value=\"****\" />",
                "<p id=\"db.password\" type=\"a\"⏎ value=\"x\"/> → <p id=\"db.password\" type=\"a\"⏎ value=\"****\"/>",
                "<meta name=\"csrf-token\" content=\"x\"/> → <meta name=\"csrf-token\" content=\"****\"/>",
                "{\"name\":\"DB_PASSWORD\",\"value\":\"x\"} → {\"name\":\"DB_PASSWORD\",\"value\":\"****\"}",
                "{\"value\": \"x\", \"name\": \"DB_PASSWORD\"} → {\"value\": \"****\", \"name\": \"DB_PASSWORD\"}",
                "{\"key\":\"a/token\",\"type\":\"b\",\"value\":1} → {\"key\":\"a/token\",\"type\":\"b\",\"value\":****}",
                "{⏎  \"Name\": \"API key\",⏎  \"Value\": \"x\"⏎} → {⏎  \"Name\": \"API key\",⏎  \"Value\": \"****\"⏎}",
                "{\"name\":\"token\",\"of\":{\"a\":[1]},\"value\":\"x\"} → {\"name\":\"token\",\"of\":{\"a\":[1]},\"value\":\"****\"}",
                "{\"name\":\"Cookie\",\"value\":\"a=b; c=d\"} → {\"name\":\"Cookie\",\"value\":\"****\"}",
                "\"{\\\"name\\\":\\\"token\\\",\\\"value\\\":\\\"x\\\"}\" → \"{\\\"name\\\":\\\"token\\\",\\\"value\\\":\\\"****\\\"}\"",
                "EnvVar(name=DB_PASSWORD, value=x, from=a) → EnvVar(name=DB_PASSWORD, value=****, from=a)",
                "- name: DB_PASSWORD⏎  value: x y⏎- name: PORT⏎  value: 80"
                        + " → - name: DB_PASSWORD⏎  value: ****⏎- name: PORT⏎  value: 80",
                "- name: PORT⏎  value: 80⏎- value: x y⏎⏎  name: DB_PASSWORD"
                        + " → - name: PORT⏎  value: 80⏎- value: ****⏎⏎  name: DB_PASSWORD",
                "- name: PEM_SECRET⏎  value: |⏎    x⏎    y⏎- a → - name: PEM_SECRET⏎  value: |⏎    ****⏎- a"
            })
    void hidesTheValueOfWhatIsNamedLikeASecret(String text, String expected) {
        Rows.assertMasked(text, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<property name=\"user\" value=\"x\"/>",
                "<a name=\"password\"/><b value=\"x\"/>",
                "<a name=\"password\"><b value=\"x\"/></a>",
                "{\"name\":\"token-ttl\",\"value\":\"5m\"}",
                "{\"name\":\"password\",\"value\":null}",
                "[{\"value\":\"x\"},{\"name\":\"password\"}]",
                "{\"name\":\"password\",\"type\":\"string\"}",
                "- name: DB_PASSWORD⏎  from: a⏎- value: x",
                "- value: x⏎- name: DB_PASSWORD",
                "auth:⏎  name: db-password⏎size:⏎  value: 3",
                "the value: x, the name: y",
                "name: password",
                "the surname=token value=x"
            })
    void leavesWhatBelongsToNoSecret(String text) {
        Rows.assertLeft(text);
    }
}
