package dev.renum.health.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class KeptHeapTest {
    private static final double MIB = 1 << 20;

    /** A collection between the two looks changes little of what is old; garbage and what is young would be far more. */
    @Test
    void isWhatTheFigureShows() {
        System.gc();
        FiguresSink sink = new FiguresSink();

        double kept = (double) KeptHeap.ofJvm().bytes() / MIB;
        new HeapFigures().measure(sink);

        double measured = sink.value("jvm.heap.after_gc") * (double) KeptHeap.max() / MIB;
        assertThat(kept).isCloseTo(measured, within(8.0));
        assertThat(measured).isPositive();
    }
}
