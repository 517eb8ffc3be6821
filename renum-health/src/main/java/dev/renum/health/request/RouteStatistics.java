package dev.renum.health.request;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Masking;
import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of one method and route by status, and keeps how long they took. Few statuses occur, so an array that is searched is the
 * fastest map. Recording is safe for use by many threads.
 */
final class RouteStatistics {
    private static final int UNKNOWN = 0;

    private final String route;
    private final AtomicReference<Cell[]> cells = new AtomicReference<>(new Cell[0]);
    private final Recorder recorder = Times.recorder();
    private final Slowest slowest = new Slowest();

    /** Those of {@code route}, without secrets: a host may pass a path where a template is asked for. */
    RouteStatistics(String route) {
        this.route = Masking.mask(route);
    }

    /** What it is called in reports. */
    String route() {
        return route;
    }

    void record(int status, long nanos, @Nullable String traceId) {
        int known = status >= 100 && status <= 599 ? status : UNKNOWN;
        Cell cell = find(cells.get(), known);
        (cell != null ? cell : add(known)).record(nanos);
        recorder.recordValue(Times.micros(nanos));
        slowest.see(nanos, status, traceId);
    }

    void measure(MetricSink sink, Metric metric, String method) {
        for (Cell cell : cells.get()) {
            String status = cell.status == UNKNOWN ? "UNKNOWN" : Integer.toString(cell.status);
            String[] tags = {"method", method, "uri", route, "status", status, "outcome", outcome(cell.status)};
            sink.timer(metric, cell.count.sum(), cell.nanos.sum(), tags);
        }
    }

    /** How many requests there were, and how many with a status of 500 or more. */
    Totals totals() {
        long requests = 0;
        long errors = 0;
        for (Cell cell : cells.get()) {
            long count = cell.count.sum();
            requests += count;
            errors += cell.status >= 500 ? count : 0;
        }
        return new Totals(requests, errors);
    }

    Recorder recorder() {
        return recorder;
    }

    Slowest slowest() {
        return slowest;
    }

    private Cell add(int status) {
        Cell fresh = new Cell(status);
        Cell[] grown = cells.updateAndGet(now -> find(now, status) != null ? now : append(now, fresh));
        return requireNonNull(find(grown, status));
    }

    private static Cell[] append(Cell[] cells, Cell cell) {
        Cell[] more = Arrays.copyOf(cells, cells.length + 1);
        more[cells.length] = cell;
        return more;
    }

    private static @Nullable Cell find(Cell[] cells, int status) {
        for (Cell cell : cells) {
            if (cell.status == status) {
                return cell;
            }
        }
        return null;
    }

    /** The outcome as Micrometer names it. */
    private static String outcome(int status) {
        return switch (status / 100) {
            case 1 -> "INFORMATIONAL";
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            case 5 -> "SERVER_ERROR";
            default -> "UNKNOWN";
        };
    }

    private static final class Cell {
        private final int status;
        private final LongAdder count = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        Cell(int status) {
            this.status = status;
        }

        void record(long nanos) {
            count.increment();
            this.nanos.add(nanos);
        }
    }
}
