package dev.renum.micrometer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * All figures at one moment.
 *
 * @param takenAt the moment on the sampler's ticker
 * @param readings by figure, also of figures that were known once and are not now; unmodifiable
 */
record Sampling(long takenAt, Map<Figure, Reading> readings) {
    Sampling {
        readings = Map.copyOf(readings);
    }

    Set<Figure> figures() {
        return readings.keySet();
    }

    Reading of(Figure figure) {
        return readings.getOrDefault(figure, Reading.NONE);
    }

    Sampling unknown() {
        Map<Figure, Reading> unknown = new HashMap<>(readings);
        unknown.replaceAll((figure, reading) -> reading.unknown());
        return new Sampling(takenAt, unknown);
    }
}
