package dev.renum.benchmarks;

import dev.renum.core.settings.Range;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Ten settings of the usual types, the unit that {@link ConfigFile} is made of.
 *
 * @param url where it is
 * @param username who asks
 * @param mode what may be asked
 * @param enabled whether it is used
 * @param timeout how long an answer may take
 * @param idleTimeout how long a connection may be idle
 * @param maximumSize how many connections there are
 * @param maximumBytes how large an answer may be
 * @param weight its share of the load
 * @param tags words to find it by
 */
record Endpoint(
        URI url,
        String username,
        Mode mode,
        boolean enabled,
        @Range(min = "1ms", max = "1h") Duration timeout,
        Duration idleTimeout,
        @Range(min = "1", max = "1000") int maximumSize,
        @Range(min = "1") long maximumBytes,
        @Range(min = "0", max = "1") double weight,
        List<String> tags) {
    /** What may be asked. */
    enum Mode {
        /** Only questions. */
        READ_ONLY,
        /** Changes too. */
        READ_WRITE
    }
}
