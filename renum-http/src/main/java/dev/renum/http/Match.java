package dev.renum.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a path led to.
 *
 * @param route the route, or {@code null} if none matched
 * @param parameters the decoded values by the names of the template's variables; unmodifiable
 */
record Match(@Nullable Route route, Map<String, String> parameters) {
    static final Match NONE = new Match(null, Map.of());
}
