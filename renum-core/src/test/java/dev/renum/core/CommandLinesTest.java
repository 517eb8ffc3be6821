package dev.renum.core;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables {@code →} parts the text from what is left of it. */
final class CommandLinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "curl -u shop:x https://h → curl -u shop:**** https://h",
                "curl -sSLu shop:x@y https://h → curl -sSLu shop:**** https://h",
                "curl -ushop:x https://h → curl -ushop:**** https://h",
                "curl -u:x -U p:y https://h → curl -u:**** -U p:**** https://h",
                "/usr/bin/curl --user=shop:x --proxy-user p:y h → /usr/bin/curl --user=shop:**** --proxy-user p:**** h",
                "curl -u 'shop:x y' h → curl -u 'shop:****' h",
                "curl -s \\⏎  --user \"shop:x\" \\⏎  h⏎-u a:b → curl -s \\⏎  --user \"shop:****\" \\⏎  h⏎-u a:b",
                "[\"curl\",\"-u\",\"shop:x\",\"h\"] → [\"curl\",\"-u\",\"shop:****\",\"h\"]",
                "\"[\\\"curl\\\",\\\"-u\\\",\\\"shop:x\\\"]\" → \"[\\\"curl\\\",\\\"-u\\\",\\\"shop:****\\\"]\"",
                "[curl, -u, shop:x, h] → [curl, -u, shop:****, h]",
                "curl --cookie \"a=x; b=y\" -b c=z h → curl --cookie \"****\" -b **** h",
                "mysqldump -u shop -px shop → mysqldump -u shop -p**** shop",
                "redis-cli -h a -a x PING → redis-cli -h a -a **** PING",
                "[redis-cli, -a, x, PING] → [redis-cli, -a, ****, PING]",
                "sshpass -p 'x y' ssh h → sshpass -p '****' ssh h",
                "ldapsearch -D cn=a -w x -b dc=b → ldapsearch -D cn=a -w **** -b dc=b",
                "sqlcmd -U sa -P x -Q b → sqlcmd -U sa -P **** -Q b",
                "docker login -u shop -p x h → docker login -u shop -p **** h",
                "[\"docker\", \"login\", \"-p\", \"x\"] → [\"docker\", \"login\", \"-p\", \"****\"]",
                "[mysql, --password, x, shop] → [mysql, --password, ****, shop]",
                "[\"mysql\", \"--password\", \"x y\"] → [\"mysql\", \"--password\", \"****\"]",
                "[keytool, -storepass, x] → [keytool, -storepass, ****]"
            })
    void hidesWhatIsGivenToPrograms(String text, String expected) {
        Rows.assertMasked(text, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -u shop https://h:80",
                "curl -o a:b -H x:y https://h",
                "curl -b jar.txt https://h",
                "mysql -p shop -P 3306",
                "jdbc:mysql://h/a -port 80",
                "ssh -p 22 h, docker run -p 80:80",
                "mycurl -u a:b, curl-config -u a:b",
                "docker run -u app:app -p 80:80",
                "docker run --user 1000:1000",
                "give --password, --user or --token, then go on",
                "[mysql, --password, --host, a]",
                "[mysql, --user, x]",
                "[mysql, --password]"
            })
    void leavesOptionsWithoutASecret(String text) {
        Rows.assertLeft(text);
    }
}
