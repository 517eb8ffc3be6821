package dev.renum.health.request;

/** How many requests there were, and how many of them failed. */
record Totals(long requests, long errors) {
    static final Totals NONE = new Totals(0, 0);

    Totals plus(Totals other) {
        return new Totals(requests + other.requests, errors + other.errors);
    }

    Totals minus(Totals other) {
        return new Totals(requests - other.requests, errors - other.errors);
    }
}
