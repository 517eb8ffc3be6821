package dev.renum.verification.style;

import java.util.ArrayList;
import java.util.List;

/** Counts which part of what it saw is as it should be, and remembers the rest. Not safe for use by many threads. */
final class Share {
    private final List<String> others = new ArrayList<>();
    private int all;

    void add(boolean counts, String what) {
        all++;
        if (!counts) {
            others.add(what);
        }
    }

    boolean isEmpty() {
        return all == 0;
    }

    /** In per cent; 100 if nothing was seen. */
    double percent() {
        return all == 0 ? 100 : 100.0 * (all - others.size()) / all;
    }

    /** Where to look for what did not count. */
    List<String> others() {
        return List.copyOf(others);
    }
}
