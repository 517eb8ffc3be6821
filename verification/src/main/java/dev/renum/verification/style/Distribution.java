package dev.renum.verification.style;

import java.util.List;

/**
 * How numbers spread.
 *
 * @param values in ascending order
 */
record Distribution(List<Integer> values) {
    /** Sorts a copy. */
    Distribution {
        values = values.stream().sorted().toList();
    }

    /** The least value that at least {@code share} of all do not exceed (nearest rank), 0 if there is none. */
    int percentile(double share) {
        return values.isEmpty() ? 0 : values.get(Math.max(0, (int) Math.ceil(share * values.size()) - 1));
    }

    int max() {
        return percentile(1);
    }

    /** Which part of all is greater than {@code limit}, in per cent. */
    double percentOver(int limit) {
        return values.isEmpty()
                ? 0
                : 100.0 * values.stream().filter(value -> value > limit).count() / values.size();
    }
}
