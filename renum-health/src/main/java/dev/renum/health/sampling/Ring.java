package dev.renum.health.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The newest rows of numbers. One thread adds, any number of threads read, and none waits for another: a reader copies and then drops what has
 * been overwritten meanwhile, for which there is one row more than the capacity.
 */
final class Ring {
    private static final int FIRST_ROOM = 16;

    private final int width;
    private final int capacity;
    private volatile AtomicLongArray cells;

    /** How many rows have been begun to be written, and how many are complete. */
    private volatile long begun;

    private volatile long complete;

    Ring(int width, int capacity) {
        this.width = width;
        this.capacity = capacity;
        this.cells = new AtomicLongArray(width * Math.min(FIRST_ROOM, capacity + 1));
    }

    /** Adds a row of as many numbers as the ring is wide. */
    void add(long... row) {
        long index = complete;
        AtomicLongArray target = roomFor(index);
        begun = index + 1;
        int offset = offset(target, index);
        for (int column = 0; column < width; column++) {
            target.set(offset + column, row[column]);
        }
        complete = index + 1;
    }

    /** The newest rows, at most {@code most}, oldest first. */
    List<long[]> newest(int most) {
        long end = complete;
        AtomicLongArray source = cells;
        long first = Math.max(0, end - Math.min(most, capacity));
        List<long[]> rows = new ArrayList<>();
        for (long index = first; index < end; index++) {
            rows.add(row(source, index));
        }
        long whole = Math.min(end, Math.max(first, firstWhole(source)));
        return rows.subList((int) (whole - first), rows.size());
    }

    /** All rows that are kept, oldest first. */
    List<long[]> all() {
        return newest(capacity);
    }

    /** The index of the first row that may still be whole in {@code source}. One that has been outgrown is never written to again. */
    @SuppressWarnings("ReferenceEquality") // which array it is matters, not what is in it
    private long firstWhole(AtomicLongArray source) {
        long progress = begun;
        return cells == source ? progress - source.length() / width : 0;
    }

    private long[] row(AtomicLongArray source, long index) {
        int offset = offset(source, index);
        long[] row = new long[width];
        for (int column = 0; column < width; column++) {
            row[column] = source.get(offset + column);
        }
        return row;
    }

    private int offset(AtomicLongArray array, long index) {
        return (int) (index % (array.length() / width)) * width;
    }

    private AtomicLongArray roomFor(long index) {
        AtomicLongArray now = cells;
        int room = now.length() / width;
        if (index < room || room > capacity) {
            return now;
        }
        AtomicLongArray grown = new AtomicLongArray(width * Math.min(2 * room, capacity + 1));
        for (int cell = 0; cell < now.length(); cell++) {
            grown.set(cell, now.get(cell));
        }
        cells = grown;
        return grown;
    }
}
