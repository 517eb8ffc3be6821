package dev.renum.http;

import java.time.Duration;

/**
 * How long a client may take to send a body, which holds the thread that reads it.
 *
 * @param body for one that a handler waits for
 * @param rest for what is left of one once the answer is sent
 */
record Patience(Duration body, Duration rest) {
    static final Patience DEFAULT = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(10));
}
