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

    private static final int LENGTH = 1 << 18;

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
                "YWFhYT");
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
                .map(part -> part.repeat(4 * LENGTH / parts().size() / part.length()))
                .collect(Collectors.joining());

        assertThat(timeFor(text)).isLessThan(Duration.ofSeconds(2));
        assertThat(timeFor("pool of db exhausted after 30 s\n".repeat(4 * LENGTH / 32)))
                .isLessThan(Duration.ofSeconds(2));
    }

    private static Duration timeFor(String text) {
        long begun = THREADS.getCurrentThreadCpuTime();
        String masked = Masking.mask(text, List.of("aaaa", "hunter2aaaa"));
        boolean isKnown = Masking.isTokenShaped(text) || Masking.isSensitive(text);
        Duration needed = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun);
        assertThat(masked.length()).as("masked, known: %s", isKnown).isLessThanOrEqualTo(text.length() * 2);
        return needed;
    }
}
