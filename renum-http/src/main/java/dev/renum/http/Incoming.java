package dev.renum.http;

import java.io.InputStream;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A request as a server hands it over, before anything of it was checked.
 *
 * @param method whatever the client wrote
 * @param path not decoded
 * @param query not decoded, or {@code null} if there is none
 * @param body not read yet
 */
record Incoming(
        String method,
        String path,
        @Nullable String query,
        Headers headers,
        InetAddress remoteAddress,
        InputStream body) {}
