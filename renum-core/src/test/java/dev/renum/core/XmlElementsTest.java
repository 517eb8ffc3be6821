package dev.renum.core;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables {@code →} parts the text from what is left of it. */
final class XmlElementsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "<password>x</password> → <password>****</password>",
                "<a><ns:api-key>x y</ns:api-key><b>z</b></a> → <a><ns:api-key>****</ns:api-key><b>z</b></a>",
                "<secret type=\"plain\">x</secret> → <secret type=\"plain\">****</secret>",
                "<secret\ttype='a/b'>x/</secret> → <secret\ttype='a/b'>****</secret>",
                "<password>⏎  x y⏎</password> → <password>⏎  ****⏎</password>",
                "<password>x=y, z=1</password> → <password>****</password>",
                "<token><![CDATA[a<b></token>]]></token> → <token><![CDATA[****]]></token>",
                "<property name=\"password\">x</property> → <property name=\"password\">****</property>",
                "<entry id=\"a\" key = 'db.password'>x</entry> → <entry id=\"a\" key = 'db.password'>****</entry>",
                "<param-name>token</param-name>⏎<param-value>x</param-value>"
                        + " → <param-name>token</param-name>⏎<param-value>****</param-value>",
                "<name>a.password</name><value>x y</value> → <name>a.password</name><value>****</value>",
                "<token><![CDATA[torn → <token><![CDATA[****",
                "<credentials><user>a</user><password>b</password></credentials>"
                        + " → <credentials><user>a</user><password>****</password></credentials>"
            })
    void hidesTheTextOfElementsWithASensitiveName(String text, String expected) {
        Rows.assertMasked(text, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<user>x</user>",
                "<password></password>",
                "<password> </password>",
                "<password/>x</a>",
                "<password a=\"b\"/>x</a>",
                "<token>true</token>",
                "<secret>\n null \n</secret>",
                "login <user> <password> [<token>]",
                "login <password> at <host>",
                "Map<Token> of x",
                "<name>token</name><b/><value>x</value>",
                "<title>password</title><value>x</value>",
                "<name>user</name><value>x</value>",
                "<property name=\"user\">x</property>"
            })
    void leavesElementsThatHoldNoSecret(String text) {
        Rows.assertLeft(text);
    }
}
