package dev.renum.core.settings;

/**
 * An amount of data, such as {@code 10MiB}.
 *
 * <p>In files, a number with {@code B}, {@code KiB}, {@code MiB}, {@code GiB}, {@code TiB} (powers of 1024) or {@code KB}, {@code MB}, {@code GB},
 * {@code TB} (powers of 1000).
 *
 * @param bytes how many bytes, not negative
 */
public record DataSize(long bytes) implements Comparable<DataSize> {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final int STEP = 10;

    /** Checks that it is an amount. */
    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("size " + bytes + " is not allowed: use 0 bytes or more");
        }
    }

    /** {@code count} times 1024 bytes. */
    public static DataSize ofKibibytes(long count) {
        return new DataSize(Math.multiplyExact(count, 1L << STEP));
    }

    /** {@code count} times 1024 · 1024 bytes. */
    public static DataSize ofMebibytes(long count) {
        return new DataSize(Math.multiplyExact(count, 1L << (2 * STEP)));
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** The amount as a file would write it, in the largest unit that leaves a whole number: {@code 10MiB}, {@code 1500B}. */
    @Override
    public String toString() {
        int steps = Math.min(Long.numberOfTrailingZeros(bytes) / STEP, UNITS.length - 1);
        return bytes == 0 ? "0B" : (bytes >> (steps * STEP)) + UNITS[steps];
    }
}
