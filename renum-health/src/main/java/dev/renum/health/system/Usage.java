package dev.renum.health.system;

/** So much of so much, in any unit. */
record Usage(double used, double total) {
    static final Usage UNKNOWN = new Usage(Double.NaN, Double.NaN);

    /** From 0 to 1; not known if there is nothing to use. */
    double ratio() {
        return total > 0 ? Math.min(1, Math.max(0, used / total)) : Double.NaN;
    }

    /** What has come since {@code then}, of two totals that grow. */
    Usage since(Usage then) {
        return new Usage(used - then.used, total - then.total);
    }
}
