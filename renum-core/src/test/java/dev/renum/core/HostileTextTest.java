package dev.renum.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HostileTextTest {
    /** The time of the processor, since other processes may keep this one waiting. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int LENGTH = 1 << 17;

    static List<String> parts() {
        return List.of(
                "a",
                "-",
                ".",
                " ",
                "\t",
                "\\",
                "\"",
                "'",
                "\\\"",
                "=",
                ":",
                "@",
                "/",
                "[",
                "{",
                "%",
                "&",
                "*",
                "\n",
                "://",
                ":// ",
                "://a:b",
                "://a:1/",
                "://a:1/@",
                "x://u:p c",
                "jdbc:oracle:thin:",
                "jdbc:oracle:thin:a/\"",
                "-----BEGIN ",
                "-----END ",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n-----END ",
                "eyJ",
                "-eyJ",
                "eyJ.",
                "-eyJhbGciOiJIUzI1NiJ9..",
                "Bearer ",
                "Bearer aaaaaaaaaaaaaaaa ",
                "Basic aaaa",
                "AKIA",
                "ghp_",
                "-glpat-",
                "SG.",
                "-SG.",
                "xoxb-",
                "sk-proj-",
                "password",
                "password=",
                "password=[",
                "password={",
                "password=[\n",
                "password=\"",
                "password=\"a\n",
                "\"password=",
                "'token='",
                "password ",
                "password=a&",
                "password=&a",
                "password=a,",
                " password: ",
                "\npassword=",
                "\"password\":",
                "\\\"password\\\":",
                "--password ",
                "Authorization: Digest ",
                "Authorization: Bearer a",
                "Cookie: ",
                "secrets.a.",
                "aA",
                "aA1",
                "tokens[0]",
                "token: a",
                "aaaa1",
                "<",
                "<a",
                "<a:",
                "<a b",
                "<password>",
                "<password> ",
                "<password a",
                "<password></",
                "<a name=password>",
                "<name>token</",
                "<name>token</name>",
                "name=token ",
                "name=token value=a ",
                "value=\"a ",
                "value=a\n",
                "name: token\n",
                "\n\n value: a",
                "\"name\":\"",
                "\"value\":[",
                "value: |\n a\n",
                "name: a{(<[",
                "password '",
                "password ('a",
                "identified by ",
                "identified with a ",
                "API key API ",
                "tokens:\n- a\n",
                "tokens:\n- ",
                "%",
                "%3D",
                "%25",
                "token%3Da%26",
                "https%3A%2F%2Fa%3Ab%40",
                "mysql ",
                "mysql -pa ",
                "redis-cli -a 'a ",
                "docker login ",
                "docker ",
                "machine a login b ",
                "default login a password b ",
                "a:1234:b:c:",
                "\na:1234:b:c:",
                "jdbc:a:/",
                "jdbc:a:/b:c@",
                "-----BEGIN SSH2 ",
                "auth=",
                "auth=\"aaaa",
                "LS0tLS1CRUdJTi",
                "12345678:AA",
                "hooks.slack.com/services/",
                "<password><![CDATA[",
                "password: |\n",
                "password: |\n a\n",
                "password: !a |",
                "\n password: |\n\n",
                "a:b@",
                "a:@",
                "a:b@c.",
                "a:b@c.de",
                "a:b@c:1",
                "a:b@1.2.3.",
                "a:b@[::",
                "a:b@ ",
                "(a:",
                "@ ",
                "?sig=",
                "&sig=a",
                ";jsessionid=a",
                "Digest ",
                "Digest username=",
                "Digest username=\"",
                "Digest username=a,b=",
                "Digest username=a,b=c,",
                "AWS4-HMAC-SHA256 Credential=a,",
                "curl ",
                "curl -u ",
                "curl -u a:b ",
                "curl -u 'a:b ",
                "curl \\\n",
                "-aaaau",
                "curl -u a:b\\\n",
                "--password,",
                "--password, a",
                "--password, 'a",
                " --password, 'a",
                "--password,a,",
                "tokens=[\"",
                "tokens=[\\\"",
                "tokens=[\"a\",",
                "tokens=[\\",
                "YWFhYT",
                "YWFhYWFh");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void costsNoMoreThanItsLength(String part) {
        String text = part.repeat(LENGTH / part.length());

        assertThat(timeFor(text)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void costsLittleEvenIfItIsLong() {
        String text = parts().stream()
                .map(part -> part.repeat(8 * LENGTH / parts().size() / part.length()))
                .collect(Collectors.joining());

        assertThat(timeFor(text)).isLessThan(Duration.ofSeconds(2));
        assertThat(timeFor("pool of db exhausted after 30 s\n".repeat(8 * LENGTH / 32)))
                .isLessThan(Duration.ofSeconds(2));
    }

    private static Duration timeFor(String text) {
        long begun = THREADS.getCurrentThreadCpuTime();
        String masked = Masking.mask(text, List.of("aaaa", "hunter2aaaa", "aaaaaa"));
        boolean isKnown = Masking.isTokenShaped(text) || Masking.isSensitive(text);
        Duration needed = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun);
        assertThat(masked.length()).as("masked, known: %s", isKnown).isLessThanOrEqualTo(text.length() * 2);
        return needed;
    }
}
