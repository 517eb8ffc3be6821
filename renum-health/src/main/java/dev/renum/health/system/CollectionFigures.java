package dev.renum.health.system;

import dev.renum.core.Ticker;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** What garbage collection takes. */
final class CollectionFigures implements Part {
    static final Metric OVERHEAD = new Metric(
            "jvm.gc.overhead", "", "The ratio of the time in which the program stood still for collections.");

    /** Collectors that tell of their concurrent cycles too: during those the program runs. */
    private final List<GarbageCollectorMXBean> pauses = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(collector -> !collector.getName().endsWith("Cycles"))
            .toList();

    private final Ticker ticker;
    private double seconds = Double.NaN;
    private long at;

    CollectionFigures(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public void measure(MetricSink sink) {
        double secondsThen = seconds;
        long then = at;
        at = ticker.read();
        seconds = pauses.stream()
                        .mapToDouble(GarbageCollectorMXBean::getCollectionTime)
                        .filter(millis -> millis >= 0)
                        .sum()
                / 1e3;
        sink.gauge(OVERHEAD, new Usage(seconds - secondsThen, (at - then) / 1e9).ratio());
    }
}
