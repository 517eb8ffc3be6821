package dev.renum.micrometer;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.core.health.Monitored;
import dev.renum.micrometer.Series.Kind;
import dev.renum.micrometer.Series.Reading;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A component, asked by one thread at a time. */
final class Source {
    private static final Logger LOG = LoggerFactory.getLogger(Source.class);

    private final Monitored component;
    private volatile boolean failing;

    Source(Monitored component) {
        this.component = component;
    }

    /** Shows what the component tells now; all or, if it throws, nothing of it. */
    void sample(Catalog catalog) {
        Readings readings = new Readings(catalog);
        Throwable failure = measure(readings);
        boolean failed = failure != null;
        for (Series series : catalog.series()) {
            if (series.owner() == this) {
                show(series, failed ? null : readings.bySeries.get(series));
            }
        }
        if (failed != failing) {
            failing = failed;
            tell(failure);
        }
    }

    private @Nullable Throwable measure(Readings readings) {
        try {
            component.measure(readings);
            return null;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            return e;
        }
    }

    private void tell(@Nullable Throwable failure) {
        String name = component.getClass().getName();
        if (failure == null) {
            LOG.info("{} tells its figures again", name);
        } else {
            LOG.warn("{} cannot tell its figures; they are NaN until it can", name, failure);
        }
    }

    private static void show(Series series, @Nullable Reading reading) {
        if (reading == null) {
            series.showUnknown();
        } else {
            series.show(reading);
        }
    }

    /** Collects what the component tells. */
    private final class Readings implements MetricSink {
        private final Map<Series, Reading> bySeries = new HashMap<>();
        private final Catalog catalog;

        Readings(Catalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public void gauge(Metric metric, double value, String... tags) {
            bySeries.put(catalog.claim(Source.this, metric, Kind.GAUGE, tags), new Reading(value, 0));
        }

        @Override
        public void counter(Metric metric, double total, String... tags) {
            bySeries.put(catalog.claim(Source.this, metric, Kind.COUNTER, tags), new Reading(total, 0));
        }

        @Override
        public void timer(Metric metric, long count, long totalNanos, String... tags) {
            bySeries.put(catalog.claim(Source.this, metric, Kind.TIMER, tags), new Reading(totalNanos, count));
        }
    }
}
