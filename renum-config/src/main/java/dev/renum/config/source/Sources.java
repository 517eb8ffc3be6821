package dev.renum.config.source;

import dev.renum.config.report.Problem;
import java.util.List;
import java.util.Map;

/**
 * What was read for one environment.
 *
 * @param layers the sources with keys, weakest first
 * @param problems what was wrong with them
 * @param variables the environment variables, whose names say no key; empty if those of this process do not count
 * @param isComplete whether every source could be read to its end
 */
public record Sources(List<Layer> layers, List<Problem> problems, Map<String, String> variables, boolean isComplete) {
    /** Copies the lists. */
    public Sources {
        layers = List.copyOf(layers);
        problems = List.copyOf(problems);
    }
}
